import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { useAddress } from '../../ui/navigation.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import type { Plan } from './words.ts'

/** Makes the reference of a draft one of counts; another file can be given to the plan again until it is approved. */
export function FreezeButton({ plan }: { plan: Plan }) {
  const [, change] = useAddress()
  const freeze = useWrite<void, { job: string }>({
    write: () => api.post(`/measurement-plans/${plan.id}/freeze-reference`, {}),
    done: () => t('Asked to freeze the reference'),
    onDone: ({ job }) => change({ freezing: job }),
  })
  if (plan.kind !== 'drift' || plan.state !== 'draft' || !plan.reference || plan.reference.frozen?.fits) return null
  return (
    <>
      <VerbButton
        permission="assurance:plan"
        pending={freeze.isPending}
        confirm={{
          title: t('Freeze the reference {name}?', { name: plan.reference.name }),
          body: t(
            'Its counts become the reference of this plan, and the log states their hash. Its rows are then no longer needed, and expected performance without labels, which needs them, is no longer told. Until the approval another file can be given.',
          ),
          verb: t('Freeze reference'),
        }}
        onClick={() => freeze.mutate()}
      >
        {plan.reference.frozen ? t('Freeze reference again') : t('Freeze reference')}
      </VerbButton>
      <ProblemAlert error={freeze.error} />
    </>
  )
}
