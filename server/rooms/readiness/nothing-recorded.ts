import type {
  AiSystemsPart,
  AssurancePart,
  ControlsPart,
  DocumentsPart,
  ImpactsPart,
  MeasuredPart,
  ObligationsPart,
  RisksPart,
  ScopePart,
  Shortfall,
  Situation,
} from './situation.ts'

const noShortfall: Shortfall = { count: 0, worst: [] }

/** The register of an organization that has registered nothing. */
export const noAiSystems: AiSystemsPart = {
  total: 0,
  inUse: 0,
  inScope: 0,
  scopeUndecided: noShortfall,
  outOfScopeWithoutReason: noShortfall,
  withoutOwner: noShortfall,
  withoutPurpose: noShortfall,
  withoutRoles: noShortfall,
  rolesOutdated: noShortfall,
  rolesNotReviewed: noShortfall,
  withoutResources: noShortfall,
  withoutDatasets: noShortfall,
  withoutTooling: noShortfall,
  withoutComputing: noShortfall,
  withoutPeople: noShortfall,
  toolingIncomplete: noShortfall,
  computingIncomplete: noShortfall,
  resourcesUnconfirmed: noShortfall,
  componentsWithoutOwner: noShortfall,
  componentsWithoutVersion: noShortfall,
  componentsStale: noShortfall,
  usedThoughRetired: noShortfall,
  datasetsWithoutOrigin: noShortfall,
  datasetsWithoutRights: noShortfall,
  datasetsWithoutPersonalDataAnswer: noShortfall,
  stale: noShortfall,
  waitingIntakes: 0,
  newest: [],
}

export const noDocuments: DocumentsPart = {
  effective: {},
  drafts: {},
  total: 0,
  withoutReviewDate: noShortfall,
  reviewOverdue: noShortfall,
  withoutRetention: noShortfall,
  withoutOwner: noShortfall,
  external: 0,
  approvedHere: 0,
}

export const noScope: ScopePart = {
  decided: 0,
  elementsUndecided: noShortfall,
  inventoryDiffers: noShortfall,
  wordingDiffers: noShortfall,
  statementDiffers: noShortfall,
  peopleLeftOut: noShortfall,
}

export const noControls: ControlsPart = {
  statement: null,
  draft: null,
  running: 0,
  planned: 0,
  neverChecked: noShortfall,
  checkOverdue: noShortfall,
  checkFailed: noShortfall,
  withoutEvidence: noShortfall,
  applied: {},
}

export const nothingMeasured: MeasuredPart = {
  units: 0,
  withoutPlan: noShortfall,
  withoutRun: noShortfall,
  exploratoryOnly: noShortfall,
  undecided: noShortfall,
  failing: noShortfall,
  overdue: noShortfall,
  alertsOpen: noShortfall,
  importedOnly: noShortfall,
  passing: [],
  origins: { server: 0, client: 0, imported: 0 },
}

export const noMeasurements: AssurancePart = {
  fairness: nothingMeasured,
  verification: nothingMeasured,
  operation: nothingMeasured,
  quality: nothingMeasured,
  everything: nothingMeasured,
}

export const noRisks: RisksPart = {
  criteria: null,
  criteriaDraft: null,
  open: 0,
  newest: [],
  treated: 0,
  actionsDone: 0,
  systems: 0,
  systemsNotAssessed: noShortfall,
  assessedAgain: 0,
  withoutOwner: noShortfall,
  notDescribed: noShortfall,
  notRated: noShortfall,
  earlierCriteria: noShortfall,
  untreated: noShortfall,
  notAccepted: noShortfall,
  acceptanceExpired: noShortfall,
  reviewOverdue: noShortfall,
  toReassess: noShortfall,
  actionsOpen: noShortfall,
  actionsOverdue: noShortfall,
  notChecked: noShortfall,
}

export const noImpacts: ImpactsPart = {
  systems: 0,
  standing: 0,
  full: 0,
  approvedEver: 0,
  earlier: 0,
  repeated: 0,
  withoutAssessment: noShortfall,
  tooShallow: noShortfall,
  operatingScreenedOnly: noShortfall,
  operatingThoughStopped: noShortfall,
  notCarriedOver: noShortfall,
  reviewOverdue: noShortfall,
  calledAgain: noShortfall,
  conditionsOverdue: noShortfall,
  measuresOverdue: noShortfall,
  contradicted: noShortfall,
  consequential: [],
  newest: [],
  rules: null,
}

export const noObligations: ObligationsPart = {
  total: 0,
  applying: 0,
  newest: [],
  undecided: noShortfall,
  withoutOwner: noShortfall,
  reviewOverdue: noShortfall,
  reporting: { total: 0, applying: 0, reviewed: 0, newest: [] },
  reportingUndecided: noShortfall,
  reportingNotStarted: noShortfall,
  inForceNotStarted: noShortfall,
  reportingNotShown: noShortfall,
  reportingOverdue: noShortfall,
  actAnswered: 0,
  actUnanswered: noShortfall,
  actReopened: noShortfall,
}

/** The situation of an organization on its first day: nothing is recorded, so nothing is proven. */
export function nothingRecorded(today: string): Situation {
  return {
    today,
    organization: {
      profileMissing: [],
      topManagement: [],
      contextIssues: { internal: 0, external: 0, climateAnswered: false, newest: [], review: null },
      interestedParties: {
        count: 0,
        withoutRequirements: noShortfall,
        requirementsUndecided: noShortfall,
        requirementsNotCarriedOver: noShortfall,
        affectedPeople: 0,
        newest: [],
        review: null,
      },
      processes: { count: 0, withoutOwner: noShortfall, newest: [] },
      scopeReview: null,
    },
    aiSystems: noAiSystems,
    documents: noDocuments,
    evidence: { byRequirement: {} },
    interview: { answers: {} },
    people: { byRole: {}, vacant: [] },
    controls: noControls,
    tasks: { open: 0, overdue: noShortfall },
    discovery: { lastSearchOn: null, waiting: noShortfall },
    assurance: noMeasurements,
    risks: noRisks,
    impacts: noImpacts,
    obligations: noObligations,
    scope: noScope,
  }
}
