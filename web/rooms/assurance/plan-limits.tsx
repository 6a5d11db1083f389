import { t } from '../../messages/index.ts'
import styles from './assurance.module.css'
import { checkName } from './definition/check-words.ts'
import { limitsIn } from './limits-of.tsx'
import { listAt, numberAt, textAt } from './result.ts'
import { figure, type Plan } from './words.ts'

/** What a plan asks, in words: an approver and an auditor read this, not the definition below it. */
export function PlanLimits({ plan: { kind, definition } }: { plan: Plan }) {
  const limits = [...limitsIn(kind, definition), ...listAt(definition, 'checks').flatMap(askedOf)]
  if (limits.length === 0) return <p className={styles.muted}>{t('It sets no limit yet, so nothing could fail.')}</p>
  return (
    <div className={styles.limits}>
      <h3 className={styles.head}>{t('Limits')}</h3>
      <ul className={styles.reasons}>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </div>
  )
}

function askedOf(check: unknown): string[] {
  const [most, least] = [numberAt(check, 'asked', 'atMost'), numberAt(check, 'asked', 'atLeast')]
  if (most === null && least === null) return []
  const columns = [textAt(check, 'column'), ...listAt(check, 'columns').map(String)].filter((it) => it !== null)
  const name = checkName(textAt(check, 'check') ?? '')
  const metric = columns.length === 0 ? name : `${name} (${columns.join(', ')})`
  const owner = textAt(check, 'asked', 'owner') ?? ''
  const limit =
    most === null
      ? t('{metric}: at least {bound}', { metric, bound: figure(least) })
      : t('{metric}: at most {bound}', { metric, bound: figure(most) })
  return [owner === '' ? limit : t('{limit}, asked by {owner}', { limit, owner })]
}
