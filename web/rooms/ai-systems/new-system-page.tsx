import { t } from '../../messages/index.ts'
import { Page } from '../../ui/page.tsx'
import { SystemForm } from './system-form.tsx'

export default function NewSystemPage() {
  return (
    <Page
      title={t('Register AI system')}
      crumbs={[{ label: t('AI systems'), to: '/ai-systems' }]}
      lead={t('A name is enough to begin. Everything else can follow.')}
      width="text"
    >
      <SystemForm />
    </Page>
  )
}
