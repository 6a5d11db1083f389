import { t } from '../../messages/index.ts'
import { ApiProblem, api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import type { Plan } from './plan.ts'

/** The moves of a plan, by its state. */
export function PlanMoves({ plan }: { plan: Plan }) {
  const { id, state } = plan
  if (state === 'draft') return <DraftMoves plan={plan} />
  if (state === 'discarded') return <RestoreButton id={id} />
  return (
    <LinkButton to="/plans/new" look={state === 'adopted' ? 'primary' : 'default'} permission="plans:edit">
      {t('Plan again')}
    </LinkButton>
  )
}

function DraftMoves({ plan }: { plan: Plan }) {
  const { id, name, continues } = plan
  const restore = () => api.post(`/plans/${id}/restore`)
  const adopt = useWrite<void, { tasks: number }>({
    write: () => api.post(`/plans/${id}/adopt`),
    done: ({ tasks }) => t('Adopted: {count, plural, one {# task} other {# tasks}} to do', { count: tasks }),
  })
  const calculate = useWrite({
    write: () => api.post(`/plans/${id}/recalculate`),
    done: () => t('Recalculated from today'),
    onDone: () => adopt.reset(),
  })
  const outdated = adopt.error instanceof ApiProblem && adopt.error.kind === 'outdated'
  const again = (
    <VerbButton permission="plans:edit" pending={calculate.isPending} onClick={() => calculate.mutate()}>
      {t('Recalculate')}
    </VerbButton>
  )
  return (
    <>
      <VerbButton
        look="primary"
        permission="plans:edit"
        pending={adopt.isPending}
        onClick={() => adopt.mutate()}
        confirm={{
          title: t('Adopt “{name}”?', { name }),
          body: continues
            ? t(
                'The tasks of “{before}” move to the dates of this plan, and it is superseded. People see it in their inbox and calendar.',
                {
                  before: continues.name,
                },
              )
            : t('Every task is given to its owner with its due date. People see it in their inbox and calendar.'),
          verb: t('Adopt plan'),
        }}
      >
        {t('Adopt plan')}
      </VerbButton>
      <LinkButton to={`/plans/${id}/edit`} permission="plans:edit">
        {t('Change')}
      </LinkButton>
      {again}
      <ReasonButton
        id={`plan:${id}:discard`}
        look="quiet"
        permission="plans:edit"
        title={t('Discard “{name}”', { name })}
        help={t('Why nobody will follow it. It stays to be seen, and can be restored.')}
        verb={t('Discard draft')}
        write={(reason) => api.post(`/plans/${id}/discard`, { reason })}
        done={() => ({ message: t('Draft discarded'), undo: restore })}
      >
        {t('Discard')}
      </ReasonButton>
      <ProblemAlert error={adopt.error} {...(outdated && { action: again })} />
      <ProblemAlert error={calculate.error} />
    </>
  )
}

function RestoreButton({ id }: { id: string }) {
  const restore = useWrite({ write: () => api.post(`/plans/${id}/restore`), done: () => t('Draft restored') })
  return (
    <>
      <VerbButton look="primary" permission="plans:edit" pending={restore.isPending} onClick={() => restore.mutate()}>
        {t('Restore draft')}
      </VerbButton>
      <ProblemAlert error={restore.error} />
    </>
  )
}
