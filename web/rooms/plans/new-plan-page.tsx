import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { PlanForm } from './plan-form.tsx'
import type { StartingPoint } from './plan.ts'

/** A new plan; where one is adopted, it goes on from there with what has been done. */
export default function NewPlanPage() {
  const go = useGo()
  const { data: from, error } = useRecord<StartingPoint>('/plans/starting-point')
  return (
    <Page
      title={from?.continues ? t('Plan again') : t('Plan the road')}
      crumbs={[{ label: t('Plans'), to: '/plans' }]}
      lead={
        from?.continues
          ? t('The new plan goes on from “{name}”: what is done stays done, and dates that people moved are held to.', {
              name: from.continues.name,
            })
          : t('A few questions, and the tasks follow in their order. A plan promises no certificate: the body decides.')
      }
    >
      <ProblemAlert error={error} />
      {from && <PlanForm from={from} onKept={(id) => go(`/plans/${id}`)} />}
    </Page>
  )
}
