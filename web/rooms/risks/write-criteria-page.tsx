import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Page } from '../../ui/page.tsx'
import { CriteriaForm } from './criteria-form.tsx'
import type { CriteriaNow } from './words.ts'

/** Writes the draft: begun from the draft there is, the edition in force, or the proposal. */
export default function WriteCriteriaPage() {
  const { data: now, error } = useRecord<CriteriaNow>('/risk-criteria/current')
  if (error) throw error
  if (!now) return null
  const { draft, approved, proposal } = now
  return (
    <Page
      title={draft ? t('Edit the draft of the risk criteria') : t('Set risk criteria')}
      crumbs={[{ label: t('Risk criteria'), to: '/risk-criteria' }]}
      width="wide"
    >
      <CriteriaForm from={draft ?? approved ?? proposal} draft={draft} />
    </Page>
  )
}
