import { ApiProblem } from '@assay/sdk'
import { useEffect } from 'react'
import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { useAnswerQueue } from './answer-queue.ts'
import { applyChanges, openQuestions, pathOf, questionAt } from './answers.ts'
import styles from './check.module.css'
import { questionLink, stepLabel } from './step-words.ts'
import type { Draft, ScreeningView } from './words.ts'

/** The last look before the decision: what is still open, what contradicts, and the button that decides. */
export default function CheckPage() {
  const id = useParameter('id')
  const go = useGo()
  const queue = useAnswerQueue(id)
  const { data: screening, error } = useRecord<ScreeningView>(`/screenings/${id}`)
  const conclude = useWrite({
    write: async () => {
      await queue.flush()
      return api.post(`/screenings/${id}/conclude`)
    },
    done: () => t('Screening concluded'),
    onDone: () => go(`/screening/${id}`),
  })
  const { flush } = queue
  useEffect(() => void flush(), [flush])
  if (error) throw error
  if (!screening) return null
  const draft = applyChanges(screening.answers, queue.state.changes)
  const open = openQuestions(draft)
  return (
    <Page
      title={t('Check the answers')}
      width="text"
      crumbs={[
        { label: t('Screening'), to: '/screening' },
        { label: t('Questions'), to: `/screening/${id}/questions` },
      ]}
    >
      {open.length > 0 ? (
        <Section
          title={t('{count, plural, one {One question is still open} other {# questions are still open}}', {
            count: open.length,
          })}
          lead={t('The result needs all of them. “None of these” and 0 are answers too.')}
        >
          <ul className={styles.open}>
            {open.map(({ step, question }) => {
              const path = pathOf(draft, step.of, question.answer)
              return (
                <li key={path}>
                  <span>{stepLabel(draft, step)}</span>
                  <Link to={questionLink(id, step.key, path)}>{t(question.text)}</Link>
                </li>
              )
            })}
          </ul>
        </Section>
      ) : (
        <p>
          {t(
            'Every question is answered. Concluding keeps the answers, the result and the version of the rules together; a later screening begins from these answers.',
          )}
        </p>
      )}
      <ProblemAlert error={queue.state.error} />
      <Refusal id={id} draft={draft} error={conclude.error} />
      <div className={styles.buttons}>
        <VerbButton
          look="primary"
          permission="screening:conclude"
          cannot={cannotConclude(screening, open.length)}
          pending={conclude.isPending}
          onClick={() => conclude.mutate()}
        >
          {t('Conclude screening')}
        </VerbButton>
        <LinkButton to={`/screening/${id}/questions`} look="quiet">
          {t('Back to the questions')}
        </LinkButton>
      </div>
    </Page>
  )
}

function cannotConclude(screening: ScreeningView, open: number): string | undefined {
  if (screening.state !== 'draft') return t('This screening is closed. Begin a new one; it starts from these answers.')
  return open > 0 ? t('Some questions are still open. Answer them first.') : undefined
}

/** A refusal that names answers leads to each of their questions. */
function Refusal({ id, draft, error }: { id: string; draft: Draft; error: unknown }) {
  if (!(error instanceof ApiProblem) || error.problems.length === 0) return <ProblemAlert error={error} />
  return (
    <div className={styles.refusal} role="alert">
      <p>{error.detail}</p>
      <ul>
        {error.problems.map(({ path, message }) => {
          const found = questionAt(draft, path)
          return (
            <li key={`${path} ${message}`}>
              {message}{' '}
              {found && (
                <Link to={questionLink(id, found.step.key, pathOf(draft, found.step.of, found.question.answer))}>
                  {t('Go to the question')}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
