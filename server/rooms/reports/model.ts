import { managers, type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export const permissions = {
  'reports:read': readers,
  'reports:make': { ...workers, approver: 'any', 'internal-auditor': 'any' },
  'reports:withdraw': managers,
} satisfies Permissions

export const formats = ['pdf', 'docx', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

/** A report on its way, there, or no longer to be used. Its files stay in every state. */
export type ReportState = 'not-made' | 'made' | 'withdrawn'

export type WithdrawRefusal = { kind: 'already-withdrawn' } | { kind: 'not-made-yet' }

/** Marks a report that should not be used any more. */
export function withdraw(state: ReportState): Result<'withdrawn', WithdrawRefusal> {
  if (state === 'withdrawn') return refuse({ kind: 'already-withdrawn' })
  return state === 'made' ? ok('withdrawn') : refuse({ kind: 'not-made-yet' })
}

export type ReinstateRefusal = { kind: 'not-withdrawn' }

/** Undoes withdrawing. */
export function reinstate(state: ReportState): Result<'made', ReinstateRefusal> {
  return state === 'withdrawn' ? ok('made') : refuse({ kind: 'not-withdrawn' })
}
