import { t } from '../../messages/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { CandidateList } from './candidate-list.tsx'

/** Everything that scans ever took for an AI system, with what was made of it. */
export default function CandidatesPage() {
  return (
    <Page
      title={t('Found in code')}
      lead={t('Everything that scans took for an AI system, and what was made of it. A judgement can be taken back.')}
      crumbs={[{ label: t('Discovery'), to: '/discovery' }]}
    >
      <CandidateList
        id="discovery-all"
        label={t('Found in code')}
        empty={
          <EmptyState action={<LinkButton to="/discovery/scans">{t('How to scan')}</LinkButton>}>
            {t('No scan has found anything yet.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
