import { t } from '../../messages/index.ts'
import { useList, useRecord } from '../../ui/api.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './controls.module.css'
import { changes, decisions, type Differences, numberOf, type Statement, type StatementRow, statuses } from './words.ts'

/** What differs from the version that was approved before this one. */
export function DifferencesSection({ statement }: { statement: Statement }) {
  const versions = useList<StatementRow>('/statements-of-applicability', { limit: 200 })
  const before = versions.data?.items.find(({ number, approval }) => number < statement.number && approval !== null)
  const path = `/statements-of-applicability/${statement.id}/differences`
  const { data, error } = useRecord<Differences>(before ? path : null, before ? { from: before.id } : {})
  if (!before) return null
  return (
    <Section title={t('What differs from version {number}', { number: before.number })}>
      <ProblemAlert error={error} />
      {data?.items.length === 0 && <p className={styles.muted}>{t('Nothing differs yet.')}</p>}
      <ul className={styles.rows}>
        {data?.items.map((item) => (
          <li key={item.requirement.key}>
            <div>
              <strong>
                {numberOf(item.requirement)} {item.requirement.title}
              </strong>
              <p className={styles.muted}>{item.changes.map((change) => changes[change]).join(' · ')}</p>
              <Side title={t('Before')} side={item.before} changes={item.changes} />
              <Side title={t('Now')} side={item.after} changes={item.changes} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Item = Differences['items'][number]

/** Reasons are repeated only where they are others. */
function Side({ title, side, changes: of }: { title: string; side: Item['before']; changes: Item['changes'] }) {
  if (!side) return null
  return (
    <div>
      {title}: <StateBadge {...decisions[side.decision]} /> {side.status && <StateBadge {...statuses[side.status]} />}
      {of.some((change) => change !== 'status') && <p className={styles.words}>{side.words}</p>}
    </div>
  )
}
