import { t } from '../../messages/index.ts'
import { Page } from '../../ui/page.tsx'
import { SupplierForm } from './supplier-form.tsx'

export default function NewSupplierPage() {
  return (
    <Page title={t('Add supplier')} crumbs={[{ label: t('Suppliers'), to: '/gallery/suppliers' }]} width="text">
      <SupplierForm />
    </Page>
  )
}
