import { managers, type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export const permissions = {
  'discovery:read': readers,
  'discovery:send': workers,
  'discovery:judge': { ...managers, contributor: 'any' },
} satisfies Permissions

export const findingKinds = [
  'sdk',
  'manifest',
  'endpoint',
  'model-file',
  'fine-tuning',
  'prompt',
  'agent',
  'dataset',
] as const
export type FindingKind = (typeof findingKinds)[number]

export type Judgement =
  | { state: 'staged' }
  | { state: 'accepted' | 'merged'; system: string }
  | { state: 'dismissed'; reason: string }

/** A candidate is judged once; a judgement is taken back before another is given. */
export function judge(
  current: Judgement,
  next: Exclude<Judgement, { state: 'staged' }>,
): Result<Judgement, { kind: 'judged-before'; state: Judgement['state'] }> {
  return current.state === 'staged' ? ok(next) : refuse({ kind: 'judged-before', state: current.state })
}

/**
 * What a new scan makes of a candidate that is known: a judgement stays, but a dismissed one is staged again when the code now
 * shows a kind of AI use that was not there when it was dismissed.
 */
export function seenAgain(current: Judgement, before: readonly string[], now: readonly string[]): Judgement {
  const isNew = now.some((kind) => !before.includes(kind))
  return current.state === 'dismissed' && isNew ? { state: 'staged' } : current
}
