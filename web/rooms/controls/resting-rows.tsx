import type { RestingRow } from '@assay/server/rooms/controls/contract.ts'
import { t } from '../../messages/index.ts'
import { useList, type Wire } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './controls.module.css'
import { decisions, nameOf, rowPath, statementStates } from './words.ts'

/** The rows of the Statement of Applicability that name this record as a reason, in the version in force and in the draft. */
export function RestingRows({ reason }: { reason: string }) {
  return useMay('controls:read') ? <Rows reason={reason} /> : null
}

const shown = 50

function Rows({ reason }: { reason: string }) {
  const { data } = useList<Wire<RestingRow>>('/applicability-rows', { reason, limit: shown })
  if (!data) return null
  const more = data.total - data.items.length
  return (
    <Section title={t('Rows of the Statement of Applicability')} lead={t('Controls that are included because of it.')}>
      {data.total === 0 && <p className={styles.muted}>{t('No row names it as a reason yet.')}</p>}
      <ul className={styles.rows}>
        {data.items.map(({ id, statement, requirement, decision }) => (
          <li key={id}>
            <div>
              <Link to={rowPath(statement.id, id)}>{nameOf(requirement)}</Link>
              <p className={styles.muted}>
                {t('Version {number}', { number: statement.number })} · {statementStates[statement.state].label}
              </p>
            </div>
            <StateBadge {...decisions[decision]} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.muted}>{t('and {count} more', { count: more })}</p>}
    </Section>
  )
}
