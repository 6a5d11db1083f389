import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { PlanForm } from './plan-form.tsx'
import type { Plan, StartingPoint } from './plan.ts'

/** The questions of a draft again. */
export default function EditPlanPage() {
  const id = useParameter('id')
  const go = useGo()
  const from = useRecord<StartingPoint>('/plans/starting-point')
  const plan = useRecord<Plan>(`/plans/${id}`)
  const name = plan.data?.name ?? ''
  return (
    <Page
      title={t('Change the plan')}
      crumbs={[
        { label: t('Plans'), to: '/plans' },
        { label: name, to: `/plans/${id}` },
      ]}
      lead={t('The plan is recalculated from today. What was said about single tasks stays.')}
    >
      <ProblemAlert error={from.error ?? plan.error} />
      {from.data && plan.data && <PlanForm from={from.data} plan={plan.data} onKept={() => go(`/plans/${id}`)} />}
    </Page>
  )
}
