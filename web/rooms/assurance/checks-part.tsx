import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import { at, listAt, numberAt, textAt } from './result.ts'
import { figure, verdicts, type Verdict } from './words.ts'

/** The card of a data set or of text output: each check, what was asked of it, and what came out. */
export function ChecksPart({ result, kind }: { result: unknown; kind: 'quality' | 'llm' }) {
  const checks = ['checks', 'requirements', 'findings', 'measures']
    .map((name) => listAt(result, name))
    .find((it) => it.length > 0)
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
  const verdict = textAt(check, 'verdict') ?? textAt(check, 'judgement', 'verdict')
  const name = textAt(check, 'check') ?? textAt(check, 'name') ?? t('Check')
  const columns = listAt(check, 'columns').map(String).join(', ') || textAt(check, 'column')
  return (
    <div className={styles.card}>
      <h3 className={styles.head}>{name.replaceAll('-', ' ')}</h3>
      {columns && <p className={styles.muted}>{columns}</p>}
      {badge(verdict)}
      <p>{textAt(check, 'text') ?? textAt(check, 'reason') ?? textAt(check, 'judgement', 'text')}</p>
      {numbersOf(check).map(([label, value]) => (
        <p key={label} className={styles.muted}>
          {label.replaceAll('_', ' ')}: {figure(value)}
        </p>
      ))}
    </div>
  )
}

function badge(verdict: string | null) {
  const known = Object.keys(verdicts).find((one): one is Verdict => one === verdict)
  return known ? <StateBadge {...verdicts[known]} /> : <StateBadge tone="neutral" label={t('Shown, nothing asked')} />
}

/** The numbers of a check, a few of them: the record below holds all. */
function numbersOf(check: unknown): [string, number][] {
  const places = ['numbers', 'values', 'measures', 'value', 'result'].map((name) => at(check, name))
  const found = places.find((it) => it !== undefined)
  if (typeof found === 'number') return [[t('Value'), found]]
  if (typeof found !== 'object' || found === null) return []
  return Object.entries(found)
    .flatMap(([label, value]): [string, number][] => {
      const number = typeof value === 'number' ? value : numberAt(value, 'value')
      return number === null ? [] : [[textAt(value, 'name') ?? label, number]]
    })
    .slice(0, 6)
}
