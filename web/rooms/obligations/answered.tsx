import { actLabels as labels } from '@assay/server/rooms/obligations/model.ts'
import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import styles from './obligations.module.css'
import { type Assessment, citedOptionsOf, optionsOf, placedOptionsOf, questions, usesOf } from './words.ts'

type Answers = Assessment['answers']
type Options = { value: string; label: string }[]

const lists: Partial<Record<keyof Answers, Options>> = {
  exclusions: citedOptionsOf(labels.exclusionLabels),
  supply: citedOptionsOf(labels.supplyLabels),
  practices: placedOptionsOf(labels.practiceLabels, 'Art. '),
  annexIii: usesOf(labels.useLabels),
  exceptions: placedOptionsOf(labels.exceptionLabels, 'Art. '),
  transparency: citedOptionsOf(labels.transparencyLabels),
  transparencyExceptions: citedOptionsOf(labels.transparencyExceptionLabels),
}
const choices: Partial<Record<keyof Answers, Options>> = {
  reach: optionsOf(labels.reachLabels),
  annexI: optionsOf(labels.annexILabels),
  profiling: optionsOf(labels.profilingLabels),
  gpai: optionsOf(labels.gpaiLabels),
}
// in the order in which they are asked
const asked = Object.keys(questions) as (keyof Answers)[]

/** Every question with the answer that was given, a no as well: an auditor asks whether it was asked. */
export function Answered({ answers }: { answers: Answers }) {
  return (
    <Facts>
      {asked.map((name) => (
        <Fact key={name} label={questions[name]}>
          {said(name, answers[name])}
        </Fact>
      ))}
    </Facts>
  )
}

function said(name: keyof Answers, answer: Answers[keyof Answers]): string {
  if (typeof answer === 'boolean') return answer ? t('Yes') : t('No')
  if (answer === null) return name === 'placedOn' ? t('Not yet') : t('No')
  if (name === 'placedOn') return showDate(String(answer))
  if (Array.isArray(answer)) {
    const options = lists[name] ?? []
    const labelled = answer.map((value) => options.find((one) => one.value === value)?.label ?? value)
    return labelled.length === 0 ? t('None of these') : labelled.join('; ')
  }
  return choices[name]?.find((one) => one.value === answer)?.label ?? answer
}

/** The answers of an earlier assessment, read when they are opened. */
export function EarlierAnswers({ id }: { id: string }) {
  const { data, error } = useRecord<Assessment>(`/ai-act-assessments/${id}`)
  if (error) return <ProblemAlert error={error} />
  return <div className={styles.asks}>{data ? <Answered answers={data.answers} /> : <p>{t('Loading')}</p>}</div>
}
