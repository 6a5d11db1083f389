// What one has: AI systems, what nobody registered, and what was assessed of them.
import type { Cited, Shortfall } from './cited.ts'

export type AiSystemsPart = {
  total: number
  inUse: number
  inScope: number
  scopeUndecided: Shortfall
  outOfScopeWithoutReason: Shortfall
  withoutOwner: Shortfall
  withoutPurpose: Shortfall
  withoutRoles: Shortfall
  /** roles set before the use of the system changed */
  rolesOutdated: Shortfall
  /** roles last set or confirmed more than twelve months ago */
  rolesNotReviewed: Shortfall
  /** in scope and not retired, lacking what A.4.2–A.4.5 ask to be recorded */
  withoutResources: Shortfall
  withoutDatasets: Shortfall
  withoutTooling: Shortfall
  withoutComputing: Shortfall
  withoutPeople: Shortfall
  /** tooling without owner or version; computing without owner, capacity or country */
  toolingIncomplete: Shortfall
  computingIncomplete: Shortfall
  /** resources that nobody confirmed within twelve months */
  resourcesUnconfirmed: Shortfall
  /** models, data sets, prompts and agents */
  componentsWithoutOwner: Shortfall
  componentsWithoutVersion: Shortfall
  componentsStale: Shortfall
  usedThoughRetired: Shortfall
  datasetsWithoutOrigin: Shortfall
  datasetsWithoutRights: Shortfall
  datasetsWithoutPersonalDataAnswer: Shortfall
  /** in scope and not looked at within twelve months */
  stale: Shortfall
  /** intake entries that wait for somebody */
  waitingIntakes: number
  newest: Cited[]
}

/** The search for AI that nobody registered. */
export type DiscoveryPart = {
  lastSearchOn: string | null
  /** found, and neither accepted, merged nor dismissed */
  waiting: Shortfall
}

/** What was assessed of the systems in scope, by the approved assessment of each that stands. */
export type ImpactsPart = {
  /** systems in scope that are neither retired nor dismissed */
  systems: number
  standing: number
  /** those of them that went beyond the screening */
  full: number
  /** approved ever, those of earlier editions too */
  approvedEver: number
  /** approved once and followed by a later edition */
  earlier: number
  /** standing in a later edition, or confirmed after the first approval */
  repeated: number
  withoutAssessment: Shortfall
  /** stopped at the screening, though the register says by now that the system decides about individuals */
  tooShallow: Shortfall
  /** in operation and screened only: nothing was found that calls for more */
  operatingScreenedOnly: Shortfall
  operatingThoughStopped: Shortfall
  /** full, and naming no risk that came of it */
  notCarriedOver: Shortfall
  reviewOverdue: Shortfall
  /** something called for a new look, and nobody answered it */
  calledAgain: Shortfall
  conditionsOverdue: Shortfall
  measuresOverdue: Shortfall
  /** a confirming fairness run broke its limit after the approval */
  contradicted: Shortfall
  /** that stopped a system, or led to measures that were carried out */
  consequential: Cited[]
  newest: Cited[]
  /** how long results are kept, as it was decided last */
  rules: (Cited & { retentionYears: number; on: string }) | null
}
