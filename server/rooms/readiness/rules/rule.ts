import { type ReadinessLevel, readinessRule } from '@assay/frameworks'
import { levels, type ProvenLevel, type ProvingRecord, type Reason } from '../model.ts'
import type { Cited, Situation } from '../situation.ts'

/** What one rule finds; the rest of a finding (reachable levels, what a person declared) is the same for all. */
export type Verdict = { level: ProvenLevel; stale: boolean; reasons: Reason[]; next: string }

/** One clause or control: what it can reach, what Assay keeps records of today, and the pure function that judges it. */
export type Rule = {
  ref: string
  /** the kinds of record that prove it; none where Assay keeps none yet */
  records: readonly ProvingRecord[]
  /** the highest level that the records kept in Assay today can prove; null where none are kept yet */
  recordedUpTo: ReadinessLevel | null
  judge(situation: Situation): Verdict
}

/** What has to hold for one level: each check says what proves it or what it lacks. */
export type Check = { holds: boolean; reason: Reason; next?: string }
type Steps = Partial<Record<ReadinessLevel, Check[]>>

/**
 * Climbs the levels that the clause or control can reach, weakest first, and stops at the first whose checks do not all
 * hold, or that has no records in Assay yet. `stale` are reviews that are overdue and proofs that have expired: they lower
 * nothing by themselves, but say that what is proven has not been looked at in time.
 */
export function climb(ref: string, steps: Steps, stale: Reason[] = []): Verdict {
  const { reachable, nextOf } = contentOf(ref)
  const reasons: Reason[] = []
  let level: ProvenLevel = 'missing'
  for (const step of reachable) {
    const checks = steps[step]
    if (!checks) return unrecorded({ level, step, reasons, stale, next: nextOf(step) })
    const failed = checks.filter((check) => !check.holds)
    reasons.push(...checks.map(({ reason }) => reason))
    if (failed.length > 0) {
      const next = failed[0]?.next ?? nextOf(step)
      return { level, stale: stale.length > 0, reasons: [...stale, ...reasons], next }
    }
    level = step
  }
  return { level, stale: stale.length > 0, reasons: [...stale, ...reasons], next: '' }
}

function unrecorded(at: {
  level: ProvenLevel
  step: ReadinessLevel
  reasons: Reason[]
  stale: Reason[]
  next: string
}): Verdict {
  const { level, step, reasons, stale } = at
  const text = `What would prove “${step}” is not yet recorded in Assay.`
  const first = level === 'missing' && reasons.length === 0
  return {
    level: first ? 'not-yet-recorded' : level,
    stale: stale.length > 0,
    reasons: [...stale, ...reasons, { kind: 'note', text, cites: [] }],
    next: at.next,
  }
}

/** The frameworks' own words about a ref; every rule is about one that exists. */
export function contentOf(ref: string): {
  reachable: readonly ReadinessLevel[]
  nextOf(level: ReadinessLevel): string
} {
  const content = readinessRule(ref)
  if (!content) throw new Error(`${ref} is no clause or control of ISO/IEC 42001`)
  return { reachable: content.levels, nextOf: (level) => content.next[level] ?? '' }
}

/** A check whose sentence depends on whether it holds. */
export function check(
  holds: boolean,
  words: { proves: string; lacks: string; next?: string },
  cites: { proves?: readonly Cited[]; lacks?: readonly Cited[] } = {},
): Check {
  const reason = holds
    ? { kind: 'proves' as const, text: words.proves, cites: [...(cites.proves ?? [])] }
    : { kind: 'lacks' as const, text: words.lacks, cites: [...(cites.lacks ?? [])] }
  return { holds, reason, ...(words.next !== undefined && { next: words.next }) }
}

/** Further checks count only where the first one holds: of nothing, everything could be said. */
export function onlyIf(first: Check, further: readonly Check[]): Check[] {
  return first.holds ? [first, ...further] : [first]
}

/** Whether `level` is at least `needed`, in the order of the levels. */
export function atLeast(level: ProvenLevel, needed: ReadinessLevel): boolean {
  return levels.findIndex((one) => one === level) >= levels.indexOf(needed)
}
