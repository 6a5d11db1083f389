import { t } from '../../messages/index.ts'
import { Page } from '../../ui/page.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { IssueForm } from './issue-form.tsx'

export default function NewIssuePage() {
  return (
    <Page
      title={t('Record an issue')}
      crumbs={[{ label: t('Context issues'), to: '/context-issues' }]}
      aside={<ClauseNotes refs={['4.1']} />}
    >
      <IssueForm />
    </Page>
  )
}
