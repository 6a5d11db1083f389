import { nothingMeasured, nothingRecorded } from './nothing-recorded.ts'
import type {
  AssurancePart,
  Cited,
  DocumentKind,
  EffectiveDocument,
  MeasuredPart,
  Review,
  Situation,
} from './situation.ts'

// Situations for tests: one in which everything that Assay can prove today is proven, and ways to take things away.

export const today = '2026-11-22'
export const inTime: Review = { lastOn: '2026-06-01', dueOn: '2027-06-01', overdue: false }
export const tooLate: Review = { lastOn: '2025-06-01', dueOn: '2026-06-01', overdue: true }
export const ada: Cited = { ref: 'person:ada', name: 'Ada Byron' }
export const creditModel: Cited = { ref: 'ai-system:credit', name: 'Credit model' }
export const creditImpact: Cited = { ref: 'impact-assessment:1', name: 'Credit model' }
export const explainRefusals: Cited = { ref: 'obligation:1', name: 'Explain refusals' }
export const oneShort = { count: 1, worst: [creditModel] }

const kinds: DocumentKind[] = [
  'scope-statement',
  'ai-policy',
  'aims-description',
  'risk-assessment-process',
  'risk-treatment-process',
  'impact-assessment-process',
  'objectives',
  'roles-and-authorities',
  'communication-plan',
  'competence',
  'operational-procedure',
  'monitoring-plan',
  'audit-programme',
  'development-process',
  'data-management-process',
  'use-policy',
  'supplier-policy',
  'concern-procedure',
  'incident-procedure',
]

/** Two things planned, measured by this server, confirmed and held in time. */
export const measuredAll: MeasuredPart = {
  ...nothingMeasured,
  units: 2,
  passing: [{ ref: 'measurement-run:1', name: 'Approval rates' }],
  origins: { server: 2, client: 0, imported: 0 },
}

export function aDocument(kind: string, fields: Partial<EffectiveDocument> = {}): EffectiveDocument {
  return {
    ref: `document:${kind}`,
    name: `Our ${kind}`,
    version: '2',
    approvedBy: ada.name,
    approver: ada.ref,
    approvedOutside: false,
    effectiveOn: '2026-01-15',
    owner: ada,
    reviewDueOn: '2027-01-15',
    review: inTime,
    ...fields,
  }
}

export function reviewedEvidence(ref: string): Cited {
  return { ref: `evidence:${ref}`, name: `Paper about ${ref}` }
}

/** Everything recorded that Assay keeps records of today, for the given refs also reviewed evidence. */
export function everythingRecorded(withEvidence: readonly string[] = []): Situation {
  const none = nothingRecorded(today)
  const attached = withEvidence.map((ref) => [
    ref,
    { reviewed: [reviewedEvidence(ref)], signals: [], expired: 0, newestOn: '2026-05-01' },
  ])
  return {
    ...none,
    controls: {
      ...none.controls,
      statement: {
        ref: 'statement-of-applicability:2',
        name: 'Statement of Applicability, version 2',
        number: 2,
        approvedOn: '2026-05-01',
        approvedBy: ada.name,
        alone: false,
        included: 38,
        excluded: {},
        contradicted: { count: 0, worst: [] },
        unfounded: { count: 0, worst: [] },
        withoutControl: { count: 0, worst: [] },
        notImplemented: { count: 0, worst: [] },
      },
      running: 12,
    },
    organization: {
      profileMissing: [],
      topManagement: [ada],
      contextIssues: {
        internal: 2,
        external: 3,
        climateAnswered: true,
        newest: [{ ref: 'context-issue:1', name: 'New law' }],
        review: inTime,
      },
      interestedParties: {
        count: 2,
        affectedPeople: 1,
        withoutRequirements: { count: 0, worst: [] },
        requirementsUndecided: { count: 0, worst: [] },
        requirementsNotCarriedOver: { count: 0, worst: [] },
        newest: [{ ref: 'interested-party:1', name: 'Applicants' }],
        review: inTime,
      },
      processes: {
        count: 4,
        withoutOwner: { count: 0, worst: [] },
        newest: [{ ref: 'process:1', name: 'Risk assessment' }],
      },
      scopeReview: inTime,
    },
    aiSystems: { ...none.aiSystems, total: 3, inUse: 2, inScope: 2, newest: [creditModel] },
    documents: {
      ...none.documents,
      effective: Object.fromEntries(kinds.map((kind) => [kind, [aDocument(kind)]])),
      total: kinds.length,
      external: 2,
      approvedHere: kinds.length,
    },
    evidence: { byRequirement: Object.fromEntries(attached) },
    people: { byRole: { 'aims-manager': [ada] }, vacant: [] },
    discovery: { lastSearchOn: '2026-09-01', waiting: { count: 0, worst: [] } },
    assurance: {
      fairness: measuredAll,
      verification: measuredAll,
      operation: measuredAll,
      quality: measuredAll,
      everything: measuredAll,
    },
    risks: {
      ...none.risks,
      criteria: {
        ref: 'risk-criteria:1',
        name: 'Risk criteria, edition 1',
        edition: 1,
        approvedOn: '2026-01-10',
        approvedBy: ada.name,
      },
      open: 3,
      newest: [{ ref: 'risk:1', name: 'Unfair refusals' }],
      treated: 3,
      actionsDone: 2,
      systems: 2,
      assessedAgain: 1,
    },
    obligations: {
      ...none.obligations,
      total: 4,
      applying: 3,
      newest: [explainRefusals],
      reporting: { total: 2, applying: 1, reviewed: 1, newest: [explainRefusals] },
      actAnswered: 2,
    },
    impacts: {
      ...none.impacts,
      systems: 2,
      standing: 2,
      full: 1,
      approvedEver: 3,
      earlier: 1,
      repeated: 1,
      consequential: [creditImpact],
      newest: [creditImpact],
      rules: { ref: 'impact-rules:1', name: 'Rules for impact assessments', retentionYears: 10, on: '2026-02-01' },
    },
  }
}

type Part = Exclude<keyof Situation, 'today'>

/** The situation with some fields of one part changed. */
export function but<Name extends Part>(it: Situation, part: Name, fields: Partial<Situation[Name]>): Situation {
  return { ...it, [part]: { ...it[part], ...fields } }
}

/** The situation with some of what one area of measurements found changed. */
export function withMeasured(it: Situation, area: keyof AssurancePart, fields: Partial<MeasuredPart>): Situation {
  return but(it, 'assurance', { [area]: { ...it.assurance[area], ...fields } })
}

/** The situation with the effective document of one kind changed, or without one. */
export function withDocument(it: Situation, kind: DocumentKind, document: EffectiveDocument | null): Situation {
  return but(it, 'documents', { effective: { ...it.documents.effective, [kind]: document ? [document] : [] } })
}
