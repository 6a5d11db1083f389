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
              <Side title={t('Before')} side={item.before} />
              <Side title={t('Now')} side={item.after} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Side({ title, side }: { title: string; side: Differences['items'][number]['before'] }) {
  if (!side) return null
  return (
    <div>
      {title}: <StateBadge {...decisions[side.decision]} /> {side.status && <StateBadge {...statuses[side.status]} />}
      <p className={styles.words}>{side.words}</p>
    </div>
  )
}
