import { type RefObject, useEffect, useRef } from 'react'
import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ChoiceField, Form, type FormState, TextareaField, useForm } from '../../ui/form.tsx'
import { levelLabels } from '../../ui/level-chart.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { Link } from '../../ui/link.tsx'
import { disagreements, findingPath } from '../readiness/finding.ts'
import { Reasons } from '../readiness/reasons.tsx'
import { Standing } from '../readiness/standing.tsx'
import { type AssessmentItem, type Question, type Questions, whyClosed } from './assessment.ts'
import { AssignButton } from './assign-button.tsx'
import styles from './question-step.module.css'

/** What has to be done before another question is shown: save what was answered here. A refusal keeps the question open. */
export type Leave = () => Promise<unknown>

type Props = {
  assessment: string
  state: AssessmentItem['state']
  question: Question
  leave: RefObject<Leave>
}

/** One question: what it means, what an auditor asks to see, the answer, and beside it what the records prove. */
export function QuestionStep({ assessment, state, question, leave }: Props) {
  const { ref, proven, previous } = question
  return (
    <div className={styles.question}>
      <p className={styles.ask}>{question.question}</p>
      <details className={styles.help}>
        <summary>{t('What an auditor asks to see')}</summary>
        <ul>
          {question.asksToSee.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>{question.help}</p>
      </details>
      <AnswerForm assessment={assessment} state={state} question={question} leave={leave} />
      <section className={styles.proven} aria-label={t('What the records prove')}>
        <h3>{t('What the records prove')}</h3>
        <p>
          <Standing
            finding={{ ...proven, standing: proven.stale && proven.level !== 'missing' ? 'stale' : proven.level }}
          />
          {question.disagreement && (
            <strong className={styles.disagreement}>{disagreements[question.disagreement]}</strong>
          )}
        </p>
        <Reasons reasons={proven.reasons} />
        <p>
          <Link to={findingPath(ref)}>{t('The whole finding')}</Link>
        </p>
      </section>
      {previous && (
        <section className={styles.previous}>
          <h3>{t('Answered before')}</h3>
          <p>
            <strong>{levelLabels[previous.level]}</strong> · <DateTime value={previous.at} /> ·{' '}
            <Link to={`/gap-assessments/${previous.assessment.id}`}>{previous.assessment.name}</Link>
          </p>
          <p>{previous.note}</p>
        </section>
      )}
    </div>
  )
}

type Values = { level: string; note: string }

function AnswerForm({ assessment, state, question, leave }: Props) {
  const { ref, answer, version, choices, assignedTo } = question
  const path = `/gap-assessments/${assessment}/answers/${ref}`
  const waiting = useRef<Waiting>(undefined)
  const form = useForm<Values, { version: number }>({
    id: `gap-answer:${assessment}:${ref}`,
    initial: { level: answer?.level ?? '', note: answer?.note ?? '' },
    version,
    check: ({ level, note }) => ({
      ...(level === '' && { level: t('Choose a level.') }),
      ...(note.trim() === '' && { note: t('Say what this answer rests on, or what is missing.') }),
    }),
    save: (values, { version: at }) => api.patch(path, values, { version: at ?? version }),
    current: async () => {
      const { items } = await api.get<Questions>(`/gap-assessments/${assessment}/questions`)
      const now = items.find((item) => item.ref === ref)
      return { values: { level: now?.answer?.level ?? '', note: now?.answer?.note ?? '' }, version: now?.version ?? 0 }
    },
    onSaved: () => waiting.current?.resolve(),
  })
  useSavingOnLeave(leave, form, waiting)
  const takeBack = useWrite({
    write: () => api.delete(path, { version }),
    done: () => t('Answer taken back'),
  })
  return (
    <div className={styles.answer}>
      <h3>{t('Your answer')}</h3>
      <p className={styles.asked}>
        {assignedTo ? t('Asked of {name}.', { name: assignedTo.name }) : t('Anyone who may answer can answer this.')}{' '}
        <AssignButton assessment={assessment} refs={[ref]} assignedTo={assignedTo} closed={whyClosed(state)} />
      </p>
      <Form form={form} submit={t('Save answer')} permission="gap-assessments:answer" cannot={whyClosed(state)}>
        <ChoiceField
          form={form}
          name="level"
          label={t('Where do you stand?')}
          options={choices.map(({ level, title, meaning }) => ({ value: level, label: title, help: meaning }))}
          required
        />
        <TextareaField
          form={form}
          name="note"
          label={t('Why')}
          help={t('What it rests on, who could show it, or what is missing.')}
          required
        />
      </Form>
      {answer && (
        <p className={styles.given}>
          {answer.by ? t('Answered by {name}', { name: answer.by.name }) : t('Answered by a key')},{' '}
          <DateTime value={answer.at} precision="minute" />{' '}
          <VerbButton
            look="quiet"
            permission="gap-assessments:answer"
            cannot={whyClosed(state)}
            pending={takeBack.isPending}
            onClick={() => takeBack.mutate()}
            confirm={{
              title: t('Take this answer back?'),
              body: t('The question is open again; the answer stays in the history.'),
              verb: t('Take answer back'),
            }}
          >
            {t('Take answer back')}
          </VerbButton>
        </p>
      )}
      <ProblemAlert error={takeBack.error} />
    </div>
  )
}

type Waiting = { resolve: () => void; reject: (reason: Error) => void }

/** Going on saves what was typed. What cannot be saved keeps the question open and says why; what is untouched is left. */
function useSavingOnLeave(
  leaveRef: RefObject<Leave>,
  form: FormState<Values>,
  waitingRef: RefObject<Waiting | undefined>,
): void {
  const { refusals, conflict, changed, submit } = form
  useEffect(() => {
    if (refusals > 0 || conflict) waitingRef.current?.reject(new Error('not saved'))
    waitingRef.current = undefined
  }, [refusals, conflict, waitingRef])
  useEffect(() => {
    leaveRef.current = () => {
      if (changed.length === 0) return Promise.resolve()
      return new Promise<void>((resolve, reject) => {
        waitingRef.current = { resolve, reject }
        submit()
      })
    }
    return () => {
      leaveRef.current = () => Promise.resolve()
    }
  })
}
