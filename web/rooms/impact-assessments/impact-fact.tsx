import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { Fact } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { decisions, type Row, states } from './words.ts'

/** What the impact assessment of a system says today, among the system's facts. */
export function ImpactFact({ system }: { system: string }) {
  return useMay('impact-assessments:read') ? <Standing system={system} /> : null
}

function Standing({ system }: { system: string }) {
  const { data } = useList<Row>('/impact-assessments', { system, limit: 50 })
  if (!data) return null
  const standing = data.items.find(({ state }) => state === 'approved' || state === 'reopened')
  const open = data.items.find(({ state }) => state === 'drafting' || state === 'in-review')
  const badge = (it: Row) => (it.state === 'approved' && it.decision ? decisions[it.decision] : states[it.state])
  return (
    <Fact label={t('Impact assessment')}>
      {!standing && !open && <Link to={`/impact-assessments/new?system=${system}`}>{t('Assess the system')}</Link>}
      {[standing, open].map(
        (it) =>
          it && (
            <Link key={it.id} to={`/impact-assessments/${it.id}`}>
              <StateBadge {...badge(it)} />
            </Link>
          ),
      )}
      {standing?.decision === 'go-with-conditions' && standing.openConditions > 0 && (
        <span>
          {' '}
          {t('{count, plural, one {# open condition} other {# open conditions}}', { count: standing.openConditions })}
        </span>
      )}
    </Fact>
  )
}
