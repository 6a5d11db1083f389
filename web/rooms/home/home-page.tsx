import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { HomeLayout } from '../../ui/home-layout.tsx'
import { useSession } from '../../ui/session.ts'
import { Changes } from './changes.tsx'
import type { Home } from './home.ts'
import { NextSteps } from './next-steps.tsx'
import { WhereYouStand } from './where-you-stand.tsx'

/** What to do, where the organisation stands, what changed: all of it in one request. */
export default function HomePage() {
  const { organization } = useSession()
  const { data, error } = useRecord<Home>('/home')
  if (error) throw error
  if (!data) return <HomeLayout title={organization.name} next={null} standing={null} changes={null} />
  return (
    <HomeLayout
      title={organization.name}
      next={<NextSteps start={data.start} next={data.next} />}
      standing={
        data.standing ? (
          <WhereYouStand standing={data.standing} />
        ) : (
          <EmptyState>{t('Your role does not include where the organization stands.')}</EmptyState>
        )
      }
      changes={<Changes changes={data.changes} seq={data.seq} />}
    />
  )
}
