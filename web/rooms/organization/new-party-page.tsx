import { t } from '../../messages/index.ts'
import { Page } from '../../ui/page.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { PartyForm } from './party-form.tsx'

export default function NewPartyPage() {
  return (
    <Page
      title={t('Record a party')}
      crumbs={[{ label: t('Interested parties'), to: '/interested-parties' }]}
      aside={<ClauseNotes refs={['4.2']} />}
    >
      <PartyForm />
    </Page>
  )
}
