import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import type { Control } from './words.ts'

/** What can be done with a control in its state. */
export function ControlMoves({ control: { id, name, state } }: { control: Control }) {
  const start = useWrite({
    write: () => api.post(`/controls/${id}/start`, {}),
    done: () => ({ message: t('Control runs'), undo: () => api.post(`/controls/${id}/put-back`) }),
  })
  const bringBack = useWrite({
    write: () => api.post(`/controls/${id}/bring-back`),
    done: () => t('Control brought back'),
  })
  if (state === 'retired') {
    return (
      <>
        <VerbButton permission="controls:edit" pending={bringBack.isPending} onClick={() => bringBack.mutate()}>
          {t('Bring back')}
        </VerbButton>
        <ProblemAlert error={bringBack.error} />
      </>
    )
  }
  return (
    <>
      {state === 'planned' && (
        <VerbButton look="primary" permission="controls:edit" pending={start.isPending} onClick={() => start.mutate()}>
          {t('It runs now')}
        </VerbButton>
      )}
      <LinkButton to={`/controls/${id}/edit`} permission="controls:edit">
        {t('Change the control')}
      </LinkButton>
      <ReasonButton
        id={`control:${id}:retire`}
        look="quiet"
        permission="controls:edit"
        title={t('Retire “{name}”', { name })}
        help={t('It no longer runs and counts for nothing. It stays to be seen and can be brought back.')}
        verb={t('Retire control')}
        write={(reason) => api.post(`/controls/${id}/retire`, { reason })}
        done={() => ({ message: t('Control retired'), undo: () => api.post(`/controls/${id}/bring-back`) })}
      >
        {t('Retire')}
      </ReasonButton>
      <ProblemAlert error={start.error} />
    </>
  )
}
