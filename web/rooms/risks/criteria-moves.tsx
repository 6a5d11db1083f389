import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import type { Criteria } from './words.ts'

/** What can be done with a draft: another person approves it, its authors go on or give it up. */
export function DraftMoves({ draft: { id, edition } }: { draft: Criteria }) {
  const approve = useWrite({
    write: () => api.post(`/risk-criteria/${id}/approve`, {}),
    done: () => t('Risk criteria approved'),
  })
  const discard = useWrite({
    write: () => api.post(`/risk-criteria/${id}/discard`, {}),
    done: () => ({ message: t('Draft discarded'), undo: () => api.post(`/risk-criteria/${id}/recover`) }),
  })
  return (
    <>
      <VerbButton
        look="primary"
        permission="risks:approve-criteria"
        pending={approve.isPending}
        confirm={{
          title: t('Approve edition {edition}?', { edition }),
          body: t(
            'From here on risks are rated under it. It does not change any more, and risks that were rated before it are shown as rated under earlier criteria.',
          ),
          verb: t('Approve criteria'),
        }}
        onClick={() => approve.mutate()}
      >
        {t('Approve criteria')}
      </VerbButton>
      <LinkButton to="/risk-criteria/write" permission="risks:set-criteria">
        {t('Edit')}
      </LinkButton>
      <VerbButton
        look="quiet"
        permission="risks:set-criteria"
        pending={discard.isPending}
        onClick={() => discard.mutate()}
      >
        {t('Discard draft')}
      </VerbButton>
      <ProblemAlert error={approve.error ?? discard.error} />
    </>
  )
}

export function Recover({ id }: { id: string }) {
  const recover = useWrite({
    write: () => api.post(`/risk-criteria/${id}/recover`, {}),
    done: () => t('Draft brought back'),
  })
  return (
    <>
      <VerbButton permission="risks:set-criteria" pending={recover.isPending} onClick={() => recover.mutate()}>
        {t('Bring back')}
      </VerbButton>
      <ProblemAlert error={recover.error} />
    </>
  )
}
