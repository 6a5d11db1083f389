import { t } from '../../messages/index.ts'
import { showDate, showNumber } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import { checkName } from './definition/check-words.ts'
import { measureName } from './measure-words.ts'
import { at, estimateAt, listAt, numberAt, textAt } from './result.ts'
import { phraseWords } from './sentences.ts'
import { figure, percent, verdicts, type Verdict } from './words.ts'

/** The card of a data set or of text output: each check, what was asked of it, and what came out. */
export function ChecksPart({ result, kind }: { result: unknown; kind: 'quality' | 'llm' }) {
  const checks = ['findings', 'checks', 'requirements'].map((name) => listAt(result, name)).find((it) => it.length > 0)
  if (!checks) return null
  return (
    <Section title={kind === 'quality' ? t('Data-quality card') : t('Checks of the text')}>
      <div className={styles.pair}>
        {checks.map((check, index) => (
          <Check key={`${textAt(check, 'check')} ${index}`} check={check} />
        ))}
      </div>
    </Section>
  )
}

function Check({ check }: { check: unknown }) {
  const verdict = textAt(check, 'verdict')
  const columns = listAt(check, 'columns').map(String).join(', ')
  const [first, ...others] = listAt(check, 'measures')
  return (
    <div className={styles.card}>
      <h3 className={styles.head}>{checkName(textAt(check, 'check') ?? '')}</h3>
      {columns && <p className={styles.muted}>{columns}</p>}
      {badge(verdict)}
      {first !== undefined && <Measured measure={first} />}
      <Asked requirement={at(check, 'requirement')} />
      {others.length > 0 && (
        <p className={styles.muted}>
          {others
            .slice(0, 6)
            .map((one) => `${measureName(textAt(one, 'name') ?? '')}: ${figure(numberAt(one, 'value'))}`)
            .join(' · ')}
        </p>
      )}
    </div>
  )
}

/** The number that is judged, with its interval and what it is counted of; where it is none, why. */
function Measured({ measure }: { measure: unknown }) {
  const { value, low, high } = estimateAt(measure)
  if (value === null) return <p>{phraseWords(textAt(measure, 'reason') ?? 'not defined')}</p>
  const isShare = textAt(measure, 'kind') === 'share'
  const said = (it: number) => (isShare ? percent(it) : figure(it))
  const [numerator, denominator] = [numberAt(measure, 'numerator'), numberAt(measure, 'denominator')]
  return (
    <p>
      <strong className={styles.big}>{said(value)}</strong>
      {low !== null && high !== null && (
        <span className={styles.line2}>{t('{low} to {high}', { low: said(low), high: said(high) })}</span>
      )}
      {numerator !== null && denominator !== null && (
        <span className={styles.line2}>
          {t('{numerator} of {denominator}', {
            numerator: showNumber(numerator),
            denominator: showNumber(denominator),
          })}
        </span>
      )}
    </p>
  )
}

/** What was asked, by whom and since when. */
function Asked({ requirement }: { requirement: unknown }) {
  const [most, least] = [numberAt(requirement, 'atMost'), numberAt(requirement, 'atLeast')]
  const [owner, setOn] = [textAt(requirement, 'owner'), textAt(requirement, 'setOn')]
  if (most === null && least === null) return null
  return (
    <p className={styles.muted}>
      {most === null ? t('At least {bound}', { bound: figure(least) }) : t('At most {bound}', { bound: figure(most) })}
      {owner !== null && setOn !== null && ` · ${t('asked by {owner} since {day}', { owner, day: showDate(setOn) })}`}
    </p>
  )
}

function badge(verdict: string | null) {
  const known = Object.keys(verdicts).find((one): one is Verdict => one === verdict)
  return known ? <StateBadge {...verdicts[known]} /> : <StateBadge tone="neutral" label={t('Shown, nothing asked')} />
}
