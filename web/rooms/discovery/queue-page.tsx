import { t } from '../../messages/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { CandidateList } from './candidate-list.tsx'
import { HowToScan } from './how-to-scan.tsx'

/** What scans found and nobody has judged yet. */
export default function QueuePage() {
  return (
    <Page
      title={t('Discovery')}
      lead={t('Where scanned code uses AI. Nothing reaches the register before a person has judged it here.')}
      actions={
        <>
          <LinkButton to="/discovery/all">{t('Judged before')}</LinkButton>
          <LinkButton to="/discovery/scans">{t('Scans')}</LinkButton>
        </>
      }
    >
      <CandidateList
        id="discovery"
        label={t('Waiting to be judged')}
        state="staged"
        empty={
          <>
            <EmptyState
              link={{ label: t('Why what is in use has to be found (A.4.2)'), to: '/frameworks/ISO-42001-2023/A.4.2' }}
            >
              {t('Nothing waits to be judged. What a scan of your code takes for an AI system belongs here.')}
            </EmptyState>
            <HowToScan />
          </>
        }
      />
    </Page>
  )
}
