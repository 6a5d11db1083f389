import type { OrganizationId } from '#kernel/id.ts'
import type { MadeFrom } from '#platform/documents/index.ts'
import type { Transaction } from '#platform/database/transaction.ts'

// What a gap report is made of. Other rooms' readings have these shapes; `app` hands them in, this room imports none.

export type Cited = { ref: string; name: string }

export type ReportFinding = {
  ref: string
  kind: 'clause' | 'control'
  level: 'missing' | 'not-yet-recorded' | 'documented' | 'implemented' | 'operating' | 'effective' | 'not-applicable'
  stale: boolean
  reasons: { kind: 'proves' | 'lacks' | 'stale' | 'note'; text: string; cites: Cited[] }[]
  next: string
  /** what a person said; never shown as proven */
  declared: { level: string; note: string; by: string | null; on: string | null } | null
  disagreement: 'declared-above' | 'declared-below' | null
}

export type ReportPlan = {
  name: string
  id: string
  start: string
  decision: string
  months: number
  tasks: {
    title: string
    owner: string | null
    start: string
    due: string
    days: number
    critical: boolean
    state: 'planned' | 'started' | 'done' | 'overdue'
  }[]
  milestones: { title: string; date: string; kind: 'planned' | 'latest' }[]
}

export type GapSource = {
  organization: string
  /** the scope statement in force, in one sentence; null where there is none */
  scope: string | null
  rulesVersion: string
  findings: ReportFinding[]
  /** the adopted plan, if any */
  plan: ReportPlan | null
  /** the concluded assessment whose frozen findings these are; null where they were read from the records */
  assessment: { id: string; name: string; concludedOn: string; seq: number; summary: string } | null
}

/** How a report reads the other rooms, today or in the past that the transaction looks at. */
export type GapReading = {
  /** whether there is such an assessment and its findings are frozen */
  assessment(tx: Transaction, org: OrganizationId, id: string): Promise<{ name: string } | 'not-concluded' | null>
  source(tx: Transaction, org: OrganizationId, at: { today: string; assessment: string | null }): Promise<GapSource>
}

/** The state of the log that a document is made from; see `MadeFrom`. */
export type ReadMadeFrom = (at: { tx: Transaction; org: OrganizationId; seq: number }) => Promise<MadeFrom>
