import { t } from '../../messages/index.ts'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { EvidenceForm } from './evidence-form.tsx'

/** `?subject=` comes from the record that the evidence is about. */
export default function NewEvidencePage() {
  const go = useGo()
  const [{ subject }] = useAddress()
  return (
    <Page title={t('Record evidence')} crumbs={[{ label: t('Evidence'), to: '/evidence' }]} width="text">
      <EvidenceForm
        id={`evidence:new:${subject ?? ''}`}
        {...(subject !== undefined && { subject })}
        onSaved={({ id }) => go(`/evidence/${id}`)}
      />
    </Page>
  )
}
