import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import type { IssueView } from './words.ts'

type WithdrawalProps = {
  /** The record's path: `/context-issues/42`. */
  path: string
  state: IssueView['state']
  /** What is withdrawn: "this issue". */
  title: string
}

/** Nothing here is deleted: a record is withdrawn with a reason, and can be restored. */
export function Withdrawal({ path, state, title }: WithdrawalProps) {
  const restore = useWrite({ write: () => api.post(`${path}/restore`), done: () => t('Restored') })
  if (state === 'withdrawn') {
    return (
      <>
        <VerbButton
          look="primary"
          permission="context:edit"
          pending={restore.isPending}
          onClick={() => restore.mutate()}
        >
          {t('Restore')}
        </VerbButton>
        <ProblemAlert error={restore.error} />
      </>
    )
  }
  return (
    <ReasonButton
      id={`${path}:withdraw`}
      permission="context:edit"
      title={title}
      help={t('It stays readable with this reason, counts no longer, and can be restored.')}
      verb={t('Withdraw')}
      write={(reason) => api.post(`${path}/withdraw`, { reason })}
      done={() => ({ message: t('Withdrawn'), undo: () => api.post(`${path}/restore`) })}
    >
      {t('Withdraw')}
    </ReasonButton>
  )
}

/** Why a record was withdrawn, above its body. */
export function WithdrawnBecause({ reason }: { reason: string | null }) {
  if (reason === null) return null
  return (
    <p>
      <strong>{t('Withdrawn because:')}</strong> {reason}
    </p>
  )
}
