import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { Fact } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { badgeOfStanding, type Plan } from './words.ts'

/** The worst of what is measured of a record, among its facts: one that breaks its limit must not hide in a tab. */
export function StandingFact({ subject }: { subject: string }) {
  return useMay('assurance:read') ? <Worst subject={subject} /> : null
}

function Worst({ subject }: { subject: string }) {
  const { data } = useList<Plan>('/measurement-plans', { subject, state: 'approved', limit: 100 })
  const worst = data?.items.toSorted((a, b) => rankOf(a) - rankOf(b))[0]
  if (!worst) return null
  const { lastConfirming } = worst
  return (
    <Fact label={t('Measurements')}>
      {lastConfirming ? (
        <Link to={`/assurance/runs/${lastConfirming.id}`}>
          <StateBadge {...badgeOfStanding(worst)} />
        </Link>
      ) : (
        <StateBadge {...badgeOfStanding(worst)} />
      )}
    </Fact>
  )
}

/** What asks for something to be done comes first. */
function rankOf({ lastConfirming, overdue }: Plan): number {
  if (lastConfirming?.verdict === 'fail') return 0
  if (overdue) return 1
  if (!lastConfirming) return 2
  return lastConfirming.verdict === 'pass' ? 4 : 3
}
