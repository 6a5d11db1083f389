import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { PlanForm } from './plan-form.tsx'
import { blankPlan } from './plan-values.ts'

/** `?subject=ai-system:…` comes from the record that is measured. */
export default function NewPlanPage() {
  const go = useGo()
  const [{ subject = '' }] = useAddress()
  const named = useRecord<{ items: { ref: string; name: string }[] }>(subject === '' ? null : '/subjects', {
    refs: subject,
  })
  const known = named.data?.items[0]
  if (subject !== '' && named.isPending) return null
  return (
    <Page
      title={t('Write a measurement plan')}
      lead={t('Write it before you look at results. Another person approves it; then it does not change any more.')}
      crumbs={[{ label: t('Measurement plans'), to: '/assurance' }]}
      width="text"
    >
      <PlanForm
        id={`measurement-plan:new:${subject}`}
        initial={{ ...blankPlan, subject }}
        measured={known && { value: known.ref, label: known.name }}
        submit={t('Save as draft')}
        cancel="/assurance"
        save={(body) => api.post('/measurement-plans', body)}
        onSaved={({ id }) => go(`/assurance/plans/${id}`)}
      />
    </Page>
  )
}
