// What was decided: risks, controls and obligations.
import type { Cited, Shortfall } from './cited.ts'

/** The Statement of Applicability that is in force, and the applied controls. */
export type ControlsPart = {
  statement:
    | (Cited & {
        number: number
        approvedOn: string
        approvedBy: string
        /** nobody else could approve it */
        alone: boolean
        included: number
        /** exclusions that stand, by the number of the control, with their reason */
        excluded: Record<string, string>
        /** exclusions that an open risk contradicts */
        contradicted: Shortfall
        /** inclusions none of whose reasons stands any more */
        unfounded: Shortfall
        withoutControl: Shortfall
        notImplemented: Shortfall
      })
    | null
  draft: Cited | null
  running: number
  planned: number
  neverChecked: Shortfall
  checkOverdue: Shortfall
  checkFailed: Shortfall
  withoutEvidence: Shortfall
  /** what is applied for each control of Annex A that anything is applied for, by its number */
  applied: Record<
    string,
    (Cited & { state: 'planned' | 'running' | 'retired'; lastCheck: 'works' | 'does-not-work' | null })[]
  >
}

/** Criteria, and the open risks: what stands, and what falls short. */
export type RisksPart = {
  criteria: (Cited & { edition: number; approvedOn: string; approvedBy: string }) | null
  criteriaDraft: Cited | null
  open: number
  newest: Cited[]
  /** with a decision on treatment */
  treated: number
  actionsDone: number
  /** systems that are verified or used and not out of scope; of those, without an open risk that is rated */
  systems: number
  systemsNotAssessed: Shortfall
  /** rated on more than one day */
  assessedAgain: number
  withoutOwner: Shortfall
  /** does not say what would happen, or whom it would reach: the organization, people or society */
  notDescribed: Shortfall
  /** no rating counts: never rated, or opened again */
  notRated: Shortfall
  earlierCriteria: Shortfall
  untreated: Shortfall
  notAccepted: Shortfall
  acceptanceExpired: Shortfall
  reviewOverdue: Shortfall
  toReassess: Shortfall
  actionsOpen: Shortfall
  actionsOverdue: Shortfall
  /** treated, its actions done, and not found effective by anybody */
  notChecked: Shortfall
}

/** What law, contracts, standards and own commitments ask, and the answers about systems under the EU AI Act. */
export type ObligationsPart = {
  /** in the register and not withdrawn */
  total: number
  /** decided to apply, being fulfilled or reviewed */
  applying: number
  newest: Cited[]
  undecided: Shortfall
  withoutOwner: Shortfall
  /** applies and is in force, and nobody began to fulfil it */
  inForceNotStarted: Shortfall
  reviewOverdue: Shortfall
  /** that oblige to tell somebody something: in the register, applying, and found fulfilled by a review */
  reporting: { total: number; applying: number; reviewed: number; newest: Cited[] }
  reportingUndecided: Shortfall
  /** applies, and nobody began to fulfil it */
  reportingNotStarted: Shortfall
  /** applies already, and no review found it fulfilled */
  reportingNotShown: Shortfall
  reportingOverdue: Shortfall
  /** systems in scope that were answered under the EU AI Act, and those that were not */
  actAnswered: number
  actUnanswered: Shortfall
  /** answers that a change opened again */
  actReopened: Shortfall
}
