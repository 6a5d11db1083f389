import { t } from '../../messages/index.ts'
import { Page } from '../../ui/page.tsx'
import { ComponentForm } from './component-form.tsx'

export default function NewComponentPage() {
  return (
    <Page
      title={t('Register model or data')}
      crumbs={[{ label: t('Models and data'), to: '/components' }]}
      lead={t('A model, a dataset, a prompt or an agent. Versions and links follow on its page.')}
      width="text"
    >
      <ComponentForm />
    </Page>
  )
}
