import { t } from '../../messages/index.ts'
import { useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ObligationForm } from './obligation-form.tsx'

export default function NewObligationPage() {
  const go = useGo()
  return (
    <Page title={t('Add obligation')} crumbs={[{ label: t('Obligations'), to: '/obligations' }]} width="text">
      <ObligationForm onSaved={(id) => go(`/obligations/${id}`)} />
    </Page>
  )
}
