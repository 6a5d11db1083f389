import { t } from '../../messages/index.ts'
import { Page } from '../../ui/page.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { ProcessForm } from './process-form.tsx'

export default function NewProcessPage() {
  return (
    <Page
      title={t('Record a process')}
      crumbs={[{ label: t('Processes'), to: '/processes' }]}
      aside={<ClauseNotes refs={['4.4']} />}
    >
      <ProcessForm />
    </Page>
  )
}
