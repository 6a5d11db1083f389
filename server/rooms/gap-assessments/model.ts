import type { AnswerLevel, Interview, ReadinessLevel } from '@assay/frameworks'
import type { Id, OrganizationId } from '#kernel/id.ts'
import { managers, type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export type GapAssessmentId = Id<'gap-assessment'>

type Body = { id: GapAssessmentId; version: number; name: string; framework: string }

/** Exactly what is known in each state; what a conclusion found is frozen until somebody reopens it. */
export type GapAssessment = Body &
  (
    | { state: 'open'; reopenedBecause: string | null }
    | { state: 'concluded'; summary: string; concludedAt: Date; concludedSeq: number; rulesVersion: string }
    | { state: 'withdrawn'; reason: string }
  )

export const permissions = {
  'gap-assessments:read': { ...readers, employee: 'own' },
  'gap-assessments:steer': managers,
  'gap-assessments:answer': { ...workers, approver: 'own', 'internal-auditor': 'own', employee: 'own' },
} satisfies Permissions

/** What records can prove: a level, that what would prove it is missing, or that Assay keeps no such records yet. */
export type ProvenLevel = 'missing' | 'not-yet-recorded' | ReadinessLevel | 'not-applicable'

/** What a record-based rule says beside a person's answer. Handed in by `app`: this room stands below the rules. */
export type Proven = {
  ref: string
  level: ProvenLevel
  stale: boolean
  reasons: { kind: 'proves' | 'lacks' | 'stale' | 'note'; text: string; cites: { ref: string; name: string }[] }[]
  next: string
}

export type Disagreement = 'declared-above' | 'declared-below'

/** What the records prove, today or within a past, and how an answer compares with it. */
export type Proof<Reading> = {
  rulesVersion: string
  findings(tx: Reading, org: OrganizationId, today: string): Promise<Proven[]>
  disagreement(declared: AnswerLevel, proven: ProvenLevel): Disagreement | null
}

export type AnswerRefusal =
  | { kind: 'clause-cannot-be-excluded'; problems: Problem[] }
  | { kind: 'level-not-reachable'; problems: Problem[] }
type Problem = { path: string; message: string }

/** An answer takes a level that this clause or control can reach; only controls can be not applicable. */
export function answer(question: Interview, level: AnswerLevel): Result<AnswerLevel, AnswerRefusal> {
  const levels = question.answers.map((choice) => choice.level)
  if (levels.includes(level)) return ok(level)
  const problems = [{ path: 'level', message: `choose one of ${levels.join(', ')}` }]
  return level === 'not-applicable'
    ? refuse({ kind: 'clause-cannot-be-excluded', problems })
    : refuse({ kind: 'level-not-reachable', problems })
}

export type NotOpen = { kind: 'not-open'; state: GapAssessment['state'] }

/** Only an open assessment takes answers, assignments and a new name. */
export function requireOpen(it: GapAssessment): Result<GapAssessment & { state: 'open' }, NotOpen> {
  return it.state === 'open' ? ok(it) : refuse({ kind: 'not-open', state: it.state })
}

export type ConcludeRefusal = NotOpen | { kind: 'nothing-answered' } | { kind: 'unanswered'; unanswered: string[] }

/** Freezes it. What nobody answered is left out knowingly or not at all. */
export function conclude(
  it: GapAssessment,
  answers: { answered: number; unanswered: string[] },
  decision: { leaveUnanswered: boolean },
): Result<GapAssessment & { state: 'open' }, ConcludeRefusal> {
  if (it.state !== 'open') return refuse({ kind: 'not-open', state: it.state })
  if (answers.answered === 0) return refuse({ kind: 'nothing-answered' })
  if (answers.unanswered.length > 0 && !decision.leaveUnanswered) {
    return refuse({ kind: 'unanswered', unanswered: answers.unanswered })
  }
  return ok(it)
}

export type ReopenRefusal = { kind: 'already-open' } | { kind: 'another-is-open'; open: string }

/** Undoes concluding and withdrawing. One assessment of a framework is open at a time, so that everybody answers the same. */
export function reopen(
  it: GapAssessment,
  otherOpen: string | null,
): Result<Exclude<GapAssessment, { state: 'open' }>, ReopenRefusal> {
  if (it.state === 'open') return refuse({ kind: 'already-open' })
  if (otherOpen) return refuse({ kind: 'another-is-open', open: otherOpen })
  return ok(it)
}
