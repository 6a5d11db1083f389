import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { valuesOf } from './definition/from-definition.ts'
import { PlanForm } from './plan-form.tsx'
import { blankPlan } from './plan-values.ts'
import type { PlanWithEditions } from './words.ts'

export default function EditPlanPage() {
  const id = useParameter('id')
  const go = useGo()
  const { data: plan, error } = useRecord<PlanWithEditions>(`/measurement-plans/${id}`)
  if (error) throw error
  if (!plan) return null
  const { title, reason, subject, intervalDays, version } = plan
  const to = `/assurance/plans/${id}`
  return (
    <Page
      title={t('Edit {title}', { title })}
      crumbs={[
        { label: t('Measurement plans'), to: '/assurance' },
        { label: title, to },
      ]}
      width="text"
    >
      <PlanForm
        id={`measurement-plan:${id}`}
        initial={{ ...blankPlan, ...valuesOf(plan), title, reason, subject, intervalDays }}
        version={version}
        fixedSubject
        referenceName={plan.reference?.name}
        submit={t('Save draft')}
        cancel={to}
        save={({ subject: _subject, ...body }) => api.patch(`/measurement-plans/${id}`, body, { version })}
        onSaved={() => go(to)}
      />
    </Page>
  )
}
