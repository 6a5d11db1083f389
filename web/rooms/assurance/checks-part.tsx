import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import { listAt, numberAt, textAt } from './result.ts'
import { figure, verdicts, type Verdict } from './words.ts'

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
  const name = textAt(check, 'check') ?? ''
  const columns = listAt(check, 'columns').map(String).join(', ')
  const owner = textAt(check, 'requirement', 'owner')
  return (
    <div className={styles.card}>
      <h3 className={styles.head}>{name.replaceAll('-', ' ')}</h3>
      {columns && <p className={styles.muted}>{columns}</p>}
      {badge(verdict)}
      <p>{textAt(check, 'because')}</p>
      {owner && <p className={styles.muted}>{t('Answers for it: {owner}', { owner })}</p>}
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
  return listAt(check, 'measures')
    .flatMap((measure): [string, number][] => {
      const value = numberAt(measure, 'value')
      return value === null ? [] : [[textAt(measure, 'name') ?? t('Value'), value]]
    })
    .slice(0, 6)
}
