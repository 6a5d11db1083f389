// What the rules are computed from. Each room reads its own part with set-based SQL (counts, and the worst few records by
// id and name), today or as of an instant, and `app` puts the parts together. Rooms match these types by shape; they do not
// import them, since readiness stands above them all.

/** A record that a finding cites: `ref` is its SubjectRef, such as `document:…`. */
export type Cited = { ref: string; name: string }

/** Records that fall short: how many in all, and the worst few of them. */
export type Shortfall = { count: number; worst: Cited[] }

/** A review at planned intervals: the last one, and whether the next is overdue today. Null where there was none. */
export type Review = { lastOn: string; dueOn: string | null; overdue: boolean } | null

export type OrganizationPart = {
  /** facts about the organization that the context needs and that are still missing, in words */
  profileMissing: string[]
  topManagement: Cited[]
  contextIssues: { internal: number; external: number; climateAnswered: boolean; newest: Cited[]; review: Review }
  interestedParties: {
    count: number
    withoutRequirements: Shortfall
    requirementsUndecided: Shortfall
    /** rest on law or contract and are taken on, and stand neither as an obligation nor as a risk */
    requirementsNotCarriedOver: Shortfall
    affectedPeople: number
    newest: Cited[]
    review: Review
  }
  processes: { count: number; withoutOwner: Shortfall; newest: Cited[] }
  /** a dated comparison of scope wording and register */
  scopeReview: Review
}

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

export type DocumentKind =
  | 'scope-statement'
  | 'ai-policy'
  | 'aims-description'
  | 'risk-assessment-process'
  | 'risk-treatment-process'
  | 'impact-assessment-process'
  | 'objectives'
  | 'roles-and-authorities'
  | 'communication-plan'
  | 'competence'
  | 'operational-procedure'
  | 'monitoring-plan'
  | 'audit-programme'
  | 'development-process'
  | 'data-management-process'
  | 'use-policy'
  | 'supplier-policy'
  | 'concern-procedure'
  | 'incident-procedure'
  | 'other'

export type EffectiveDocument = Cited & {
  version: string
  approvedBy: string | null
  /** who approved it here, `person:<id>`; null where that was outside of Assay */
  approver: string | null
  /** approved before the record was kept here, so the approval itself is claimed and not seen */
  approvedOutside: boolean
  effectiveOn: string
  /** who answers for it */
  owner: Cited | null
  /** when it has to be looked at next; set even before the first review */
  reviewDueOn: string | null
  /** the last review of it, and whether the next one (the first one too) is overdue */
  review: Review
}

export type DocumentsPart = {
  /** the effective documents of each kind */
  effective: Partial<Record<DocumentKind, EffectiveDocument[]>>
  /** drafts and waiting approvals of each kind, where none is effective yet */
  drafts: Partial<Record<DocumentKind, Cited[]>>
  total: number
  withoutReviewDate: Shortfall
  reviewOverdue: Shortfall
  /** effective documents for which no retention time is set */
  withoutRetention: Shortfall
  /** effective documents without an owner */
  withoutOwner: Shortfall
  /** documents of outside origin that are identified as such */
  external: number
  /** approvals that were given here by another person than the author */
  approvedHere: number
}

export type EvidencePart = {
  /** by requirement ref (`6.1.2`, `A.4.2`): what is attached to it and valid today */
  byRequirement: Record<string, { reviewed: Cited[]; signals: Cited[]; expired: number; newestOn: string | null }>
}

export type InterviewPart = {
  /** what a person declared, by requirement ref; never shown as proven */
  answers: Record<
    string,
    {
      level: 'missing' | 'documented' | 'implemented' | 'operating' | 'effective' | 'not-applicable'
      note: string
      by: string
      on: string
      ref: string
    }
  >
}

export type PeoplePart = {
  /** active people by role */
  byRole: Record<string, Cited[]>
  /** roles that people held and nobody holds now */
  vacant: string[]
}

/** The search for AI that nobody registered. */
export type DiscoveryPart = {
  lastSearchOn: string | null
  /** found, and neither accepted, merged nor dismissed */
  waiting: Shortfall
}

/** What has to be measured, and what falls short of it: systems, data sets or plans. */
export type MeasuredPart = {
  units: number
  withoutPlan: Shortfall
  /** an approved plan that was never run */
  withoutRun: Shortfall
  /** run only before approval, or on files that were measured before */
  exploratoryOnly: Shortfall
  undecided: Shortfall
  /** the newest confirming run broke a limit */
  failing: Shortfall
  overdue: Shortfall
  /** failed runs whose task is open */
  alertsOpen: Shortfall
  /** the newest confirming result was computed by another tool */
  importedOnly: Shortfall
  /** the newest few confirming runs that passed */
  passing: Cited[]
  /** where the newest confirming runs were computed */
  origins: { server: number; client: number; imported: number }
}

/**
 * Measurements: `fairness` of systems that may decide about individuals, `verification` of every system, `operation` (drift) of
 * those in use, `quality` of the data sets they need, and `everything` that has an approved plan.
 */
export type AssurancePart = Record<'fairness' | 'verification' | 'operation' | 'quality' | 'everything', MeasuredPart>

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

export type TasksPart = { open: number; overdue: Shortfall }

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

/** What law, contracts, standards and own commitments ask, and the answers about systems under the EU AI Act. */
export type ObligationsPart = {
  /** in the register and not withdrawn */
  total: number
  /** decided to apply, being fulfilled or reviewed */
  applying: number
  newest: Cited[]
  undecided: Shortfall
  withoutOwner: Shortfall
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

/** What is in scope beside the systems, and where inventory, approved wording and Statement of Applicability disagree with it. */
export type ScopePart = {
  decided: number
  elementsUndecided: Shortfall
  inventoryDiffers: Shortfall
  wordingDiffers: Shortfall
  statementDiffers: Shortfall
}

/** Everything the rules may look at. `today` is the day of the question, so that the same question has the same answer. */
export type Situation = {
  today: string
  organization: OrganizationPart
  aiSystems: AiSystemsPart
  documents: DocumentsPart
  evidence: EvidencePart
  interview: InterviewPart
  people: PeoplePart
  tasks: TasksPart
  controls: ControlsPart
  discovery: DiscoveryPart
  assurance: AssurancePart
  risks: RisksPart
  impacts: ImpactsPart
  obligations: ObligationsPart
  scope: ScopePart
}
