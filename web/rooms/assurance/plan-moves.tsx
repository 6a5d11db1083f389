import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { useGo } from '../../ui/navigation.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { FreezeButton } from './freeze-button.tsx'
import { RunForm } from './run-form.tsx'
import type { Plan } from './words.ts'

/** What can be done with a plan in its state. */
export function PlanMoves({ plan }: { plan: Plan }) {
  const { id, state } = plan
  return (
    <>
      {state === 'draft' && <Approve plan={plan} />}
      {(state === 'draft' || state === 'approved') && <RunButton plan={plan} />}
      {state === 'draft' && (
        <LinkButton to={`/assurance/plans/${id}/edit`} permission="assurance:plan">
          {t('Edit')}
        </LinkButton>
      )}
      <FreezeButton plan={plan} />
      {state === 'approved' && <NextEdition id={id} />}
      {(state === 'draft' || state === 'approved') && (
        <ReasonButton
          id={`measurement-plan:${id}:withdraw`}
          look="quiet"
          permission={state === 'approved' ? 'assurance:approve' : 'assurance:plan'}
          title={t('Withdraw this plan')}
          help={t('Why it is no longer measured. What was measured stays, and the plan can be reinstated.')}
          verb={t('Withdraw plan')}
          write={(reason) => api.post(`/measurement-plans/${id}/withdraw`, { reason })}
          done={() => ({
            message: t('Plan withdrawn'),
            undo: () => api.post(`/measurement-plans/${id}/reinstate`),
          })}
        >
          {t('Withdraw')}
        </ReasonButton>
      )}
      {state === 'withdrawn' && <Reinstate id={id} />}
    </>
  )
}

function Approve({ plan }: { plan: Plan }) {
  const approve = useWrite({
    write: () => api.post(`/measurement-plans/${plan.id}/approve`, {}),
    done: () => t('Plan approved'),
  })
  return (
    <>
      <VerbButton
        look="primary"
        permission="assurance:approve"
        pending={approve.isPending}
        confirm={{
          title: t('Approve {title}?', { title: plan.title }),
          body: t(
            'From here on it does not change. Runs that are asked for afterwards, on files that nobody has measured under it, confirm.',
          ),
          verb: t('Approve plan'),
        }}
        onClick={() => approve.mutate()}
      >
        {t('Approve plan')}
      </VerbButton>
      <ProblemAlert error={approve.error} />
    </>
  )
}

function NextEdition({ id }: { id: string }) {
  const go = useGo()
  const begin = useWrite<void, { id: string }>({
    write: () => api.post(`/measurement-plans/${id}/editions`, {}),
    done: () => t('Next edition begun as a draft'),
    onDone: (next) => go(`/assurance/plans/${next.id}/edit`),
  })
  return (
    <>
      <VerbButton permission="assurance:plan" pending={begin.isPending} onClick={() => begin.mutate()}>
        {t('Begin next edition')}
      </VerbButton>
      <ProblemAlert error={begin.error} />
    </>
  )
}

function Reinstate({ id }: { id: string }) {
  const back = useWrite({
    write: () => api.post(`/measurement-plans/${id}/reinstate`, {}),
    done: () => t('Plan reinstated'),
  })
  return (
    <>
      <VerbButton permission="assurance:plan" pending={back.isPending} onClick={() => back.mutate()}>
        {t('Reinstate')}
      </VerbButton>
      <ProblemAlert error={back.error} />
    </>
  )
}

function RunButton({ plan }: { plan: Plan }) {
  return (
    <DialogButton
      look={plan.state === 'approved' ? 'primary' : 'default'}
      permission="assurance:run"
      cannot={
        plan.kind === 'drift' && !plan.reference ? t('Edit the plan and give it a reference file first.') : undefined
      }
      title={t('Run {title}', { title: plan.title })}
      content={() => <RunForm plan={plan} />}
    >
      {plan.state === 'approved' ? t('Run on a file') : t('Try on a file')}
    </DialogButton>
  )
}
