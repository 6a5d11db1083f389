import { t } from '../../messages/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { HomeLayout } from '../../ui/home-layout.tsx'
import { useSession } from '../../ui/session.ts'

/** What to do, where the organisation stands, what changed. */
export default function HomePage() {
  const { organization } = useSession()
  return (
    <HomeLayout
      title={organization.name}
      next={<EmptyState>{t('The next step appears here once the first records are in.')}</EmptyState>}
      standing={
        <EmptyState>
          {t('The levels of every clause and control appear here once readiness has been computed.')}
        </EmptyState>
      }
      changes={<EmptyState>{t('Changes made by others appear here.')}</EmptyState>}
    />
  )
}
