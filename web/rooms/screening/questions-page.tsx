import { useRecord } from '../../ui/api.ts'
import { t } from '../../messages/index.ts'
import { useAddress, useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useCannotWrite } from '../../ui/session.ts'
import { Stepper } from '../../ui/stepper.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { useAnswerQueue, type QueueState } from './answer-queue.ts'
import { answerAt, answersOf, applyChanges, pathOf, progressOf, stepsOf, type Shown, type Step } from './answers.ts'
import { Question } from './question.tsx'
import styles from './question.module.css'
import { stepLabel } from './step-words.ts'
import { SystemsStep } from './systems-step.tsx'
import type { ScreeningView } from './words.ts'

/** The questionnaire: saved on the go, left and resumed at will; a concluded one shows what was answered. */
export default function QuestionsPage() {
  const id = useParameter('id')
  const { data: screening, error } = useRecord<ScreeningView>(`/screenings/${id}`)
  const queue = useAnswerQueue(id)
  const cannotWrite = useCannotWrite('screening:answer')
  if (error) throw error
  if (!screening) return null
  const closed =
    screening.state === 'draft'
      ? cannotWrite
      : t('These answers are kept as they were. Begin a new screening to change them.')
  const draft = closed === undefined ? applyChanges(screening.answers, queue.state.changes) : screening.answers
  const shown: Shown = { draft, disabled: closed !== undefined, add: queue.add }
  const [about, activities, circumstances, factors, ...systems] = stepsOf(draft)
  const organization = [about, activities, circumstances, factors].filter((step) => step !== undefined)
  return (
    <Page
      title={screening.state === 'draft' ? t('Screening') : t('Answers of the screening')}
      crumbs={[{ label: t('Screening'), to: '/screening' }]}
      lead={
        screening.state === 'draft' &&
        t('Answer in any order. What you answer is saved as you go, and others can go on where you stop.')
      }
    >
      <SaveStatus state={queue.state} closed={closed} onRetry={() => void queue.flush()} />
      <Stepper
        label={t('Parts of the screening')}
        steps={[
          ...organization.map((step) => asStep(step, shown)),
          {
            key: 'systems',
            label: t('AI systems'),
            state: systems.length > 0 ? 'answered' : 'open',
            content: <SystemsStep {...shown} />,
          },
          ...systems.map((step) => asStep(step, shown)),
        ]}
        onLeave={queue.flush}
        finish={
          screening.state === 'draft'
            ? { label: t('Check the answers'), to: `/screening/${id}/check` }
            : { label: t('Back to the result'), to: `/screening/${id}` }
        }
      />
    </Page>
  )
}

function asStep(step: Step, shown: Shown) {
  return {
    key: step.key,
    label: stepLabel(shown.draft, step),
    state: progressOf(shown.draft, step),
    content: <Questions key={step.key} step={step} {...shown} />,
  }
}

function Questions({ step, draft, disabled, add }: Shown & { step: Step }) {
  const [address] = useAddress()
  const { of, questions } = step
  return (
    <div className={styles.questions}>
      {questions.map((question) => (
        <Question
          key={question.answer}
          question={question}
          value={answerAt(answersOf(draft, of), question.answer)}
          disabled={disabled}
          wanted={address['at'] === pathOf(draft, of, question.answer)}
          onChange={(value) => add({ kind: 'answer', of, answer: question.answer, value })}
        />
      ))}
    </div>
  )
}

type SaveStatusProps = { state: QueueState; closed: string | undefined; onRetry: () => void }

function SaveStatus({ state, closed, onRetry }: SaveStatusProps) {
  if (closed !== undefined) return <p className={styles.note}>{closed}</p>
  if (state.error) {
    return (
      <div className={styles.note}>
        <ProblemAlert error={state.error} action={<VerbButton onClick={onRetry}>{t('Save again')}</VerbButton>} />
      </div>
    )
  }
  const waiting = state.saving || state.changes.length > 0
  return (
    <p className={styles.status} role="status">
      {waiting ? t('Saving…') : t('All answers are saved.')}
    </p>
  )
}
