import { readinessRules } from '@assay/frameworks'
import { describe, expect, it } from 'vitest'
import {
  ada,
  aDocument,
  but,
  creditModel,
  everythingRecorded,
  oneShort,
  reviewedEvidence,
  today,
  tooLate,
  withDocument,
  withMeasured,
} from '../a-situation.ts'
import { readiness } from '../findings.ts'
import type { Finding } from '../model.ts'
import { nothingRecorded } from '../nothing-recorded.ts'
import type { Situation } from '../situation.ts'
import { rules } from './index.ts'

const all = readinessRules().map(({ ref }) => ref)
const full = everythingRecorded(['7.5.3', 'A.2.3'])
const { organization, aiSystems } = full
const issues = organization.contextIssues
const parties = organization.interestedParties

function findingOf(ref: string, situation: Situation): Finding {
  const found = readiness(situation).find((finding) => finding.ref === ref)
  if (!found) throw new Error(`no finding for ${ref}`)
  return found
}

type Case = [what: string, situation: Situation, level: Finding['level'], stale?: boolean]

const contextWith = (fields: Partial<typeof issues>) =>
  but(full, 'organization', { contextIssues: { ...issues, ...fields } })
const partiesWith = (fields: Partial<typeof parties>) =>
  but(full, 'organization', { interestedParties: { ...parties, ...fields } })
const systemsWith = (fields: Partial<typeof aiSystems>) => but(full, 'aiSystems', fields)
const documentsWith = (fields: Partial<Situation['documents']>) => but(full, 'documents', fields)
const noSystems = systemsWith({ total: 0, inScope: 0, inUse: 0, newest: [] })

const { statement } = full.controls
if (!statement) throw new Error('the full situation has no Statement of Applicability')
const statementWith = (fields: Partial<typeof statement>) =>
  but(full, 'controls', { statement: { ...statement, ...fields } })
const obligationsWith = (fields: Partial<Situation['obligations']>) => but(full, 'obligations', fields)
const reportingWith = (fields: Partial<Situation['obligations']['reporting']>) =>
  obligationsWith({ reporting: { ...full.obligations.reporting, ...fields } })
const controlsWith = (fields: Partial<Situation['controls']>) => but(full, 'controls', fields)

/** Every boundary of the rules whose records are kept today: what is taken away from a full organization, and what is left. */
const table: Record<string, Case[]> = {
  '6.1.3': [
    ['everything is there', full, 'operating'],
    ['there is no statement', controlsWith({ statement: null }), 'missing'],
    [
      'it is a draft',
      controlsWith({ statement: null, draft: { ref: 'statement-of-applicability:1', name: 'Version 1' } }),
      'missing',
    ],
    ['a risk names what it excludes', statementWith({ contradicted: oneShort }), 'missing'],
    ['the process is a draft', withDocument(full, 'risk-treatment-process', null), 'missing'],
    ['no risk is recorded', but(full, 'risks', { open: 0 }), 'missing'],
    ['a risk is not treated', but(full, 'risks', { untreated: oneShort }), 'missing'],
    ['what is left was not accepted', but(full, 'risks', { notAccepted: oneShort }), 'documented'],
    ['an acceptance has expired', but(full, 'risks', { acceptanceExpired: oneShort }), 'documented'],
    ['it is the first version', statementWith({ number: 1 }), 'implemented'],
    ['it is eleven months old', statementWith({ approvedOn: '2025-11-23' }), 'operating'],
    ['it is a year old', statementWith({ approvedOn: '2025-11-22' }), 'implemented'],
  ],
  '8.1': [
    ['everything is there', full, 'operating'],
    ['no procedure is in force', withDocument(full, 'operational-procedure', null), 'missing'],
    ['there is no statement', controlsWith({ statement: null }), 'missing'],
    ['nothing is applied for a row', statementWith({ withoutControl: oneShort }), 'missing'],
    ['a row is not implemented', statementWith({ notImplemented: oneShort }), 'documented'],
    ['no control runs', controlsWith({ running: 0 }), 'implemented'],
    ['a control was never checked', controlsWith({ neverChecked: oneShort }), 'implemented'],
    ['a check is overdue', controlsWith({ checkOverdue: oneShort }), 'implemented', true],
    ['a check found that it does not work', controlsWith({ checkFailed: oneShort }), 'implemented'],
  ],
  '4.1': [
    ['everything is there', full, 'operating'],
    ['the profile lacks something', but(full, 'organization', { profileMissing: ['sites'] }), 'missing'],
    ['there is no internal issue', contextWith({ internal: 0 }), 'missing'],
    ['there is no external issue', contextWith({ external: 0 }), 'missing'],
    ['the climate question is open', contextWith({ climateAnswered: false }), 'missing'],
    ['no system is registered', noSystems, 'missing'],
    ['no system is in scope', systemsWith({ inScope: 0 }), 'missing'],
    ['a system has no role', systemsWith({ withoutRoles: oneShort }), 'missing'],
    ['nothing was reviewed yet', contextWith({ review: null }), 'documented'],
    ['the review is overdue', contextWith({ review: tooLate }), 'documented', true],
    ['a role was not looked at for a year', systemsWith({ rolesNotReviewed: oneShort }), 'documented'],
    ['a use changed after its role was set', systemsWith({ rolesOutdated: oneShort }), 'operating', true],
    ['answers under the Act were opened again', obligationsWith({ actReopened: oneShort }), 'operating', true],
    ['a system was not answered under the Act', obligationsWith({ actUnanswered: oneShort }), 'operating'],
  ],
  '4.2': [
    ['everything is there', full, 'operating'],
    ['no party is registered', partiesWith({ count: 0, newest: [] }), 'missing'],
    ['affected people are forgotten', partiesWith({ affectedPeople: 0 }), 'missing'],
    ['a party has no requirements', partiesWith({ withoutRequirements: oneShort }), 'missing'],
    ['it is not decided what is taken on', partiesWith({ requirementsUndecided: oneShort }), 'missing'],
    ['one stands in no register', partiesWith({ requirementsNotCarriedOver: oneShort }), 'documented'],
    ['nothing was reviewed yet', partiesWith({ review: null }), 'documented'],
    ['the review is overdue', partiesWith({ review: tooLate }), 'documented', true],
    ['no obligation is in the register', obligationsWith({ total: 0 }), 'documented'],
    ['an obligation is not decided', obligationsWith({ undecided: oneShort }), 'documented'],
    ['one is in force and nobody began', obligationsWith({ inForceNotStarted: oneShort }), 'documented'],
    ['an obligation has no owner', obligationsWith({ withoutOwner: oneShort }), 'documented'],
    ['the review of an obligation is overdue', obligationsWith({ reviewOverdue: oneShort }), 'operating', true],
  ],
  'A.8.5': [
    ['everything is there', full, 'operating'],
    ['no duty to report is in the register', reportingWith({ total: 0 }), 'missing'],
    ['one is not decided', obligationsWith({ reportingUndecided: oneShort }), 'missing'],
    ['none applies', reportingWith({ applying: 0 }), 'documented'],
    ['one has no way', obligationsWith({ reportingNotStarted: oneShort }), 'documented'],
    ['none was found fulfilled', reportingWith({ reviewed: 0 }), 'implemented'],
    ['one was not found fulfilled', obligationsWith({ reportingNotShown: oneShort }), 'implemented'],
    ['the review of one is overdue', obligationsWith({ reportingOverdue: oneShort }), 'implemented', true],
  ],
  '4.3': [
    ['everything is there', full, 'operating'],
    ['there is no scope statement', withDocument(full, 'scope-statement', null), 'missing'],
    ['no system is registered', noSystems, 'documented'],
    ['a system is undecided', systemsWith({ scopeUndecided: oneShort }), 'documented'],
    ['one is left out without a reason', systemsWith({ outOfScopeWithoutReason: oneShort }), 'documented'],
    ['a unit is undecided', but(full, 'scope', { elementsUndecided: oneShort }), 'documented'],
    ['a system is in scope, its unit is not', but(full, 'scope', { inventoryDiffers: oneShort }), 'documented'],
    ['the approved wording lacks a system', but(full, 'scope', { wordingDiffers: oneShort }), 'implemented'],
    ['what concerns people is left out', but(full, 'scope', { peopleLeftOut: oneShort }), 'operating'],
    ['the statement does not fit', but(full, 'scope', { statementDiffers: oneShort }), 'implemented'],
    ['the scope was never compared', but(full, 'organization', { scopeReview: null }), 'implemented'],
    ['the comparison is overdue', but(full, 'organization', { scopeReview: tooLate }), 'implemented', true],
    [
      'the statement is past its review',
      withDocument(full, 'scope-statement', aDocument('scope-statement', { review: tooLate })),
      'operating',
      true,
    ],
  ],
  '4.4': [
    ['everything is there', full, 'documented'],
    ['there is no description', withDocument(full, 'aims-description', null), 'missing'],
    [
      'no process is registered',
      but(full, 'organization', { processes: { ...organization.processes, count: 0, newest: [] } }),
      'missing',
    ],
    [
      'a process has no owner',
      but(full, 'organization', { processes: { ...organization.processes, withoutOwner: oneShort } }),
      'missing',
    ],
  ],
  '5.2': [
    ['everything is there', full, 'documented'],
    ['there is no policy', withDocument(full, 'ai-policy', null), 'missing'],
    ['nobody is top management', but(full, 'organization', { topManagement: [] }), 'missing'],
    [
      'somebody else approved it',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { approvedBy: 'Bob Clerk', approver: 'person:bob' })),
      'missing',
    ],
    [
      'somebody else of the same name approved it',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { approver: 'person:another-ada' })),
      'missing',
    ],
    [
      'top management approved it and is called otherwise by now',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { approvedBy: 'Ada King' })),
      'documented',
    ],
    [
      'it was approved outside of Assay by somebody of that name',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { approver: null, approvedOutside: true })),
      'documented',
    ],
    [
      'it was approved outside of Assay by somebody else',
      withDocument(
        full,
        'ai-policy',
        aDocument('ai-policy', { approver: null, approvedOutside: true, approvedBy: 'Bob Clerk' }),
      ),
      'missing',
    ],
    [
      'its first review is overdue',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { review: null, reviewDueOn: '2026-11-21' })),
      'documented',
      true,
    ],
    [
      'its first review is due today',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { review: null, reviewDueOn: today })),
      'documented',
    ],
    [
      'its review is overdue',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { review: tooLate })),
      'documented',
      true,
    ],
  ],
  '5.3': [
    ['everything is there', full, 'documented'],
    ['nobody manages the AIMS', but(full, 'people', { byRole: {} }), 'missing'],
    ['duties are not in writing', withDocument(full, 'roles-and-authorities', null), 'missing'],
  ],
  '7.5.1': [
    ['everything is there', full, 'implemented'],
    ['a required document is not listed', withDocument(full, 'objectives', null), 'missing'],
    [
      'a required one is a draft',
      but(withDocument(full, 'objectives', null), 'documents', {
        effective: { ...full.documents.effective, objectives: [] },
        drafts: { objectives: [{ ref: 'document:draft', name: 'Draft of objectives' }] },
      }),
      'documented',
    ],
    ['a document has no owner', documentsWith({ withoutOwner: oneShort }), 'missing'],
  ],
  '7.5.2': [
    ['everything is there', full, 'operating'],
    ['no document is effective', documentsWith({ effective: {} }), 'missing'],
    [
      'one was approved by nobody known',
      withDocument(full, 'competence', aDocument('competence', { approvedBy: null, approvedOutside: true })),
      'missing',
    ],
    ['one has no review date', documentsWith({ withoutReviewDate: oneShort }), 'implemented'],
    ['one is past its review', documentsWith({ reviewOverdue: oneShort }), 'implemented', true],
  ],
  '7.5.3': [
    ['everything is there', full, 'implemented'],
    ['rules are not shown', everythingRecorded(), 'missing'],
    ['no outside document is known', documentsWith({ external: 0 }), 'missing'],
    ['one has no retention time', documentsWith({ withoutRetention: oneShort }), 'documented'],
  ],
  'A.2.2': [
    ['everything is there', full, 'documented'],
    ['there is no policy', withDocument(full, 'ai-policy', null), 'missing'],
  ],
  'A.2.3': [
    ['everything is there', full, 'documented'],
    ['there is no comparison', everythingRecorded(), 'missing'],
    ['there is no policy', withDocument(full, 'ai-policy', null), 'missing'],
  ],
  'A.2.4': [
    ['everything is there', full, 'operating'],
    ['there is no policy', withDocument(full, 'ai-policy', null), 'missing'],
    [
      'it has no review date',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { reviewDueOn: null })),
      'missing',
    ],
    ['nobody answers for it', withDocument(full, 'ai-policy', aDocument('ai-policy', { owner: null })), 'missing'],
    [
      'its first review is overdue',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { review: null, reviewDueOn: '2026-11-21' })),
      'documented',
      true,
    ],
    ['it was never reviewed', withDocument(full, 'ai-policy', aDocument('ai-policy', { review: null })), 'documented'],
    [
      'its review is overdue',
      withDocument(full, 'ai-policy', aDocument('ai-policy', { review: tooLate })),
      'documented',
      true,
    ],
  ],
  'A.3.2': [
    ['everything is there', full, 'documented'],
    ['nobody manages the AIMS', but(full, 'people', { byRole: {} }), 'missing'],
    ['duties are not in writing', withDocument(full, 'roles-and-authorities', null), 'missing'],
    ['no system is registered', noSystems, 'missing'],
    ['a system has no owner', systemsWith({ withoutOwner: oneShort }), 'missing'],
  ],
  'A.4.2': [
    ['everything is there', full, 'operating'],
    ['no system is in scope', systemsWith({ inScope: 0 }), 'missing'],
    ['a system has no resources', systemsWith({ withoutResources: oneShort }), 'missing'],
    ['the people are not recorded', systemsWith({ withoutPeople: oneShort }), 'missing'],
    ['a system has no owner', systemsWith({ withoutOwner: oneShort }), 'documented'],
    ['a component has no owner', systemsWith({ componentsWithoutOwner: oneShort }), 'documented'],
    ['a component has no version', systemsWith({ componentsWithoutVersion: oneShort }), 'documented'],
    ['a system was not looked at', systemsWith({ stale: oneShort }), 'implemented', true],
    ['resources were not confirmed', systemsWith({ resourcesUnconfirmed: oneShort }), 'implemented', true],
    ['something retired is in use', systemsWith({ usedThoughRetired: oneShort }), 'implemented'],
    ['reported AI waits', systemsWith({ waitingIntakes: 2 }), 'implemented'],
    ['nobody searched', but(full, 'discovery', { lastSearchOn: null }), 'implemented'],
    ['the search is seven months old', but(full, 'discovery', { lastSearchOn: '2026-04-22' }), 'implemented'],
    ['the search is six months old', but(full, 'discovery', { lastSearchOn: '2026-05-22' }), 'operating'],
    ['a find waits', but(full, 'discovery', { waiting: oneShort }), 'implemented'],
  ],
  'A.4.3': [
    ['everything is there', full, 'operating'],
    ['a system has no data recorded', systemsWith({ withoutDatasets: oneShort }), 'missing'],
    ['an origin is unknown', systemsWith({ datasetsWithoutOrigin: oneShort }), 'missing'],
    ['rights are unknown', systemsWith({ datasetsWithoutRights: oneShort }), 'missing'],
    ['personal data is not answered', systemsWith({ datasetsWithoutPersonalDataAnswer: oneShort }), 'missing'],
    ['a component has no owner', systemsWith({ componentsWithoutOwner: oneShort }), 'documented'],
    ['a component was not looked at', systemsWith({ componentsStale: oneShort }), 'implemented', true],
  ],
  'A.4.4': [
    ['everything is there', full, 'operating'],
    ['a system has no tooling recorded', systemsWith({ withoutTooling: oneShort }), 'missing'],
    ['a tool has no version', systemsWith({ toolingIncomplete: oneShort }), 'documented'],
    ['resources were not confirmed', systemsWith({ resourcesUnconfirmed: oneShort }), 'implemented', true],
  ],
  'A.4.5': [
    ['everything is there', full, 'operating'],
    ['a system has no hosting recorded', systemsWith({ withoutComputing: oneShort }), 'missing'],
    ['an entry has no country', systemsWith({ computingIncomplete: oneShort }), 'documented'],
    ['resources were not confirmed', systemsWith({ resourcesUnconfirmed: oneShort }), 'implemented', true],
  ],
  'A.4.6': [
    ['everything is there', full, 'documented'],
    ['no system is registered', noSystems, 'missing'],
    ['the people are not recorded', systemsWith({ withoutPeople: oneShort }), 'missing'],
    ['staffing was not confirmed', systemsWith({ resourcesUnconfirmed: oneShort }), 'documented', true],
  ],
}

const nothing = { units: 0, passing: [], origins: { server: 0, client: 0, imported: 0 } }
const measuredRules: Record<string, Case[]> = {
  '9.1': [
    ['everything is there', full, 'operating'],
    ['there is no measurement plan', withDocument(full, 'monitoring-plan', null), 'missing'],
    ['nothing is planned in Assay', withMeasured(full, 'everything', nothing), 'documented'],
    ['a plan was never run', withMeasured(full, 'everything', { withoutRun: oneShort }), 'documented'],
    ['a run was only tried', withMeasured(full, 'everything', { exploratoryOnly: oneShort }), 'documented'],
    ['a run is overdue', withMeasured(full, 'everything', { overdue: oneShort }), 'implemented', true],
    ['a failed run was not answered', withMeasured(full, 'everything', { alertsOpen: oneShort }), 'implemented'],
    [
      'the document is past its review',
      withDocument(full, 'monitoring-plan', aDocument('monitoring-plan', { review: tooLate })),
      'operating',
      true,
    ],
  ],
  'A.6.2.4': [
    ['everything is there', full, 'effective'],
    ['no system is in use', withMeasured(full, 'verification', nothing), 'missing'],
    ['a system has no plan', withMeasured(full, 'verification', { withoutPlan: oneShort }), 'missing'],
    ['a plan was never run', withMeasured(full, 'verification', { withoutRun: oneShort }), 'documented'],
    ['a run was only tried', withMeasured(full, 'verification', { exploratoryOnly: oneShort }), 'documented'],
    ['a run could not decide', withMeasured(full, 'verification', { undecided: oneShort }), 'documented'],
    ['a run fails', withMeasured(full, 'verification', { failing: oneShort }), 'documented'],
    ['a run is overdue', withMeasured(full, 'verification', { overdue: oneShort }), 'implemented', true],
    ['a result is imported', withMeasured(full, 'verification', { importedOnly: oneShort }), 'operating'],
    ['use is not watched', withMeasured(full, 'operation', { withoutPlan: oneShort }), 'operating'],
    ['use has drifted', withMeasured(full, 'operation', { failing: oneShort }), 'operating'],
    ['use was not watched in time', withMeasured(full, 'operation', { overdue: oneShort }), 'operating'],
  ],
  'A.6.2.6': [
    ['everything is there', full, 'effective'],
    ['no system is in use', withMeasured(full, 'operation', nothing), 'missing'],
    ['a system is not watched', withMeasured(full, 'operation', { withoutPlan: oneShort }), 'missing'],
    ['a plan was never run', withMeasured(full, 'operation', { withoutRun: oneShort }), 'documented'],
    ['a system has no owner', systemsWith({ withoutOwner: oneShort }), 'documented'],
    ['a run is overdue', withMeasured(full, 'operation', { overdue: oneShort }), 'implemented', true],
    ['a column has drifted', withMeasured(full, 'operation', { failing: oneShort }), 'operating'],
    ['drift was not answered', withMeasured(full, 'operation', { alertsOpen: oneShort }), 'operating'],
    ['a result is imported', withMeasured(full, 'operation', { importedOnly: oneShort }), 'operating'],
  ],
  'A.7.4': [
    ['everything is there', full, 'effective'],
    ['no data set is recorded', withMeasured(full, 'quality', nothing), 'missing'],
    ['a data set has no plan', withMeasured(full, 'quality', { withoutPlan: oneShort }), 'missing'],
    ['a plan was never run', withMeasured(full, 'quality', { withoutRun: oneShort }), 'documented'],
    ['a run is overdue', withMeasured(full, 'quality', { overdue: oneShort }), 'implemented', true],
    ['a requirement is not met', withMeasured(full, 'quality', { failing: oneShort }), 'operating'],
    ['a failure was not answered', withMeasured(full, 'quality', { alertsOpen: oneShort }), 'operating'],
  ],
}
Object.assign(table, measuredRules)

describe.each(Object.entries(table))('%s', (ref, cases) => {
  it.each(cases)('when %s', (_what, situation, level, stale = false) => {
    const finding = findingOf(ref, situation)
    expect({ level: finding.level, stale: finding.stale }).toEqual({ level, stale })
  })

  it('says what to do next whenever a level is left, and why it stands where it stands', () => {
    for (const [, situation] of cases) {
      const { level, reachable, next, reasons } = findingOf(ref, situation)
      expect(next === '').toBe(level === reachable.at(-1))
      expect(reasons.length).toBeGreaterThan(0)
    }
  })
})

const byDocument: [string, Parameters<typeof withDocument>[1]][] = [
  ['6.2', 'objectives'],
  ['7.2', 'competence'],
  ['7.4', 'communication-plan'],
  ['9.2.2', 'audit-programme'],
  ['A.3.3', 'concern-procedure'],
  ['A.6.1.3', 'development-process'],
  ['A.7.2', 'data-management-process'],
  ['A.8.4', 'incident-procedure'],
  ['A.9.2', 'use-policy'],
  ['A.10.3', 'supplier-policy'],
]

describe.each(byDocument)('%s', (ref, kind) => {
  it('is documented by an approved, effective document, and no further', () => {
    const finding = findingOf(ref, full)
    expect(finding).toMatchObject({ level: 'documented', stale: false })
    expect(finding.reasons[0]?.cites).toContainEqual(expect.objectContaining({ ref: `document:${kind}` }))
    expect(finding.reasons.at(-1)?.text).toContain('not yet recorded in Assay')
  })

  it('is missing without one, and a draft proves nothing', () => {
    expect(findingOf(ref, withDocument(full, kind, null)).level).toBe('missing')
    const draft = { ref: 'document:draft', name: 'A draft' }
    const drafted = but(withDocument(full, kind, null), 'documents', {
      effective: { ...full.documents.effective, [kind]: [] },
      drafts: { [kind]: [draft] },
    })
    const finding = findingOf(ref, drafted)
    expect(finding).toMatchObject({ level: 'missing', next: expect.stringContaining('approved') })
    expect(finding.reasons[0]?.cites).toEqual([draft])
  })

  it('is stale when the review of the document is overdue', () => {
    const late = withDocument(full, kind, aDocument(kind, { review: tooLate }))
    expect(findingOf(ref, late)).toMatchObject({ level: 'documented', stale: true })
  })

  it('is stale when the first review of the document is overdue', () => {
    const never = withDocument(full, kind, aDocument(kind, { review: null, reviewDueOn: '2026-11-21' }))
    expect(findingOf(ref, never)).toMatchObject({ level: 'documented', stale: true })
  })

  it('is proven by no amount of attached evidence', () => {
    const paper = everythingRecorded([ref])
    expect(findingOf(ref, withDocument(paper, kind, null)).level).toBe('missing')
  })
})

/** Specified in risks.test.ts and impacts.test.ts. */
const besides = ['6.1.1', '6.1.2', '8.2', '8.3', '6.1.4', '8.4', 'A.5.2', 'A.5.3', 'A.5.4', 'A.5.5']

const byEvidence = rules
  .filter(({ ref, recordedUpTo }) => recordedUpTo === 'documented' && !table[ref])
  .map(({ ref }) => ref)
  .filter((ref) => !byDocument.some(([other]) => other === ref) && !besides.includes(ref))

describe.each(byEvidence)('%s', (ref) => {
  it('is documented by reviewed evidence that is attached to it', () => {
    const finding = findingOf(ref, everythingRecorded([ref]))
    expect(finding.level).toBe('documented')
    expect(finding.reasons[0]?.cites).toEqual([reviewedEvidence(ref)])
  })

  it('is not yet recorded without it, whatever is attached elsewhere or not reviewed', () => {
    expect(findingOf(ref, everythingRecorded(all.filter((other) => other !== ref))).level).toBe('not-yet-recorded')
    const signal = { reviewed: [], signals: [reviewedEvidence(ref)], expired: 0, newestOn: null }
    const finding = findingOf(ref, but(full, 'evidence', { byRequirement: { [ref]: signal } }))
    expect(finding).toMatchObject({ level: 'not-yet-recorded', next: `Have the evidence attached to ${ref} reviewed.` })
  })

  it('is stale when its evidence has expired', () => {
    const expired = { reviewed: [], signals: [], expired: 1, newestOn: null }
    const finding = findingOf(ref, but(full, 'evidence', { byRequirement: { [ref]: expired } }))
    expect(finding).toMatchObject({ level: 'not-yet-recorded', stale: true })
  })
})

const later = rules.filter(({ recordedUpTo }) => recordedUpTo === null).map(({ ref }) => ref)

it.each(later)('%s is not yet recorded in Assay, whatever is attached', (ref) => {
  const { level, reasons, next } = findingOf(ref, everythingRecorded(all))
  expect(level).toBe('not-yet-recorded')
  expect(reasons[0]?.text).toContain('not yet recorded in Assay')
  expect(reasons.at(-1)?.cites).toEqual([reviewedEvidence(ref)])
  expect(next).not.toBe('')
})

it('every one of the 70 rules is specified by exactly one of these tables', () => {
  const specified = [...Object.keys(table), ...besides, ...byDocument.map(([ref]) => ref), ...byEvidence, ...later]
  expect(specified.toSorted()).toEqual(all.toSorted())
})

it('attaching reviewed evidence to everything changes no rule that rests on other records', () => {
  const without = readiness(everythingRecorded(['7.5.3', 'A.2.3']))
  const attached = readiness(everythingRecorded(all))
  const moved = attached.filter(({ level }, at) => level !== without[at]?.level).map(({ ref }) => ref)
  expect(moved.toSorted()).toEqual(byEvidence.toSorted())
})

it('an organization that has recorded nothing proves nothing', () => {
  const proven = readiness(nothingRecorded(today)).filter(
    ({ level }) => level !== 'missing' && level !== 'not-yet-recorded',
  )
  expect(proven).toEqual([])
})

it('a document that was approved outside of Assay counts, and says that the approval was not seen', () => {
  const outside = aDocument('risk-assessment-process', { approvedOutside: true })
  const finding = findingOf('6.1.4', withDocument(full, 'impact-assessment-process', outside))
  expect(finding.level).toBe('operating')
  expect(finding.reasons[0]?.text).toContain('was not seen here')
})

it('reasons name records, and how many more there are than are named', () => {
  const five = Array.from({ length: 5 }, (_, n) => ({ ref: `ai-system:${n}`, name: `System ${n}` }))
  const { reasons } = findingOf('A.4.3', systemsWith({ withoutDatasets: { count: 9, worst: five } }))
  const lacks = reasons.find(({ kind }) => kind === 'lacks')
  expect(lacks?.text).toContain('System 4 and 4 more')
  expect(lacks?.cites).toEqual(five)
  expect(findingOf('A.3.2', systemsWith({ withoutOwner: oneShort })).reasons.at(-1)?.cites).toEqual([creditModel])
  expect(findingOf('5.3', full).reasons[0]?.cites).toEqual([ada])
})

it.each(['A.7.3', 'A.10.4'])(
  '%s is not applicable where the approved statement excludes it, with its reason',
  (ref) => {
    const excluded = statementWith({ excluded: { [ref]: 'We build no models of our own', '6.1.3': 'Never' } })
    const finding = findingOf(ref, excluded)
    expect(finding).toMatchObject({ kind: 'control', level: 'not-applicable', stale: false, next: '' })
    expect(finding.reasons).toMatchObject([
      { text: expect.stringContaining('We build no models of our own'), cites: [{ ref: statement.ref }] },
    ])
    expect(findingOf('6.1.3', excluded).level).toBe('operating')
  },
)
