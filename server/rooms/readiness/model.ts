import type { AnswerLevel, ReadinessLevel } from '@assay/frameworks'
import { everyone, type Permissions, readers } from '#kernel/permission.ts'
import type { Cited } from './situation.ts'

/** The version of all rules together. Every stored or reported finding names it; raise it when any rule reads differently. */
export const rulesVersion = '2026-11-22.9'

/** The edition whose clauses and controls are judged. */
export const judgedFramework = 'ISO-42001-2023'

/** The four honest levels, weakest first; each contains the ones before it. */
export const levels = [
  'documented',
  'implemented',
  'operating',
  'effective',
] as const satisfies readonly ReadinessLevel[]

/**
 * What records prove. `missing`: the records that would prove the first level are kept in Assay and are not there.
 * `not-yet-recorded`: Assay does not keep the records yet that would prove it, so nothing is claimed either way.
 */
export type ProvenLevel = 'missing' | 'not-yet-recorded' | ReadinessLevel

/** The kinds of record that prove something here; also where a person goes to do what is next. */
export const provingRecords = [
  'organization',
  'context-issue',
  'interested-party',
  'process',
  'organization-review',
  'scope-element',
  'document',
  'evidence',
  'ai-system',
  'component',
  'measurement',
  'applied-control',
  'statement-of-applicability',
  'risk-criteria',
  'risk',
  'impact-assessment',
  'impact-rules',
  'obligation',
  'scan',
  'person',
] as const
export type ProvingRecord = (typeof provingRecords)[number]

/**
 * Why a finding is as it is: a sentence and the records it rests on. It `proves` a part of the level, says what `lacks`,
 * what is `stale`, or is a `note` about what cannot be seen yet.
 */
export type Reason = { kind: 'proves' | 'lacks' | 'stale' | 'note'; text: string; cites: Cited[] }

/** What a person answered in a gap assessment: always shown as declared, never as proven. */
export type Declared = { level: AnswerLevel; note: string; by: string; on: string; ref: string }

export type Disagreement = 'declared-above' | 'declared-below'

type Judged = {
  ref: string
  framework: string
  /** the levels that this clause or control can reach at all */
  reachable: readonly ReadinessLevel[]
  /** a planned review is overdue, or what proved it has expired */
  stale: boolean
  reasons: Reason[]
  /** what to do next, as an imperative sentence; empty where the highest level is proven */
  next: string
  declared: Declared | null
  disagreement: Disagreement | null
}

/** A clause of 4 to 10 can never be excluded: its finding has no `not-applicable`. */
export type ClauseFinding = Judged & { kind: 'clause'; level: ProvenLevel }
/** A control can be excluded by the Statement of Applicability. */
export type ControlFinding = Judged & { kind: 'control'; level: ProvenLevel | 'not-applicable' }
export type Finding = ClauseFinding | ControlFinding
export type FindingLevel = Finding['level']

/** How a finding is counted and filtered: what has lapsed stands apart from what is proven; what is missing stays missing. */
export const standings = [
  'effective',
  'operating',
  'implemented',
  'documented',
  'stale',
  'missing',
  'not-yet-recorded',
  'not-applicable',
] as const
export type Standing = (typeof standings)[number]
export type Counts = Record<Standing, number>

export function standingOf({ level, stale }: { level: FindingLevel; stale: boolean }): Standing {
  return stale && level !== 'missing' ? 'stale' : level
}

/** How many findings stand where. There is no overall figure: levels of different clauses do not add up. */
export function countStandings(findings: readonly { level: FindingLevel; stale: boolean }[]): Counts {
  const counts: Counts = {
    effective: 0,
    operating: 0,
    implemented: 0,
    documented: 0,
    stale: 0,
    missing: 0,
    'not-yet-recorded': 0,
    'not-applicable': 0,
  }
  for (const finding of findings) counts[standingOf(finding)] += 1
  return counts
}

/**
 * Whether a person's answer says more or less than the records prove. Null where they agree, and where Assay keeps no
 * records that could tell.
 */
export function compareLevels(declared: AnswerLevel, proven: FindingLevel): Disagreement | null {
  if (proven === 'not-yet-recorded') return null
  const [said, shown] = [rank(declared), rank(proven)]
  if (said === shown) return null
  return said > shown ? 'declared-above' : 'declared-below'
}

// A control that is declared not applicable claims nothing, so it stands level with missing.
function rank(level: AnswerLevel | FindingLevel): number {
  return levels.findIndex((one) => one === level)
}

export const permissions = {
  'readiness:read': readers,
  'home:read': everyone,
} satisfies Permissions
