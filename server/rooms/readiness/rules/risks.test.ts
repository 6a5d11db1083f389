import { describe, expect, it } from 'vitest'
import { aDocument, but, everythingRecorded, oneShort, tooLate, withDocument } from '../a-situation.ts'
import { readiness } from '../findings.ts'
import type { Finding } from '../model.ts'
import type { RisksPart, Situation } from '../situation.ts'

const full = everythingRecorded()
const risksWith = (fields: Partial<RisksPart>) => but(full, 'risks', fields)
const draft = { ref: 'risk-criteria:2', name: 'Risk criteria, edition 2' }
const noRisk = risksWith({ open: 0, newest: [], treated: 0, actionsDone: 0, assessedAgain: 0 })

function findingOf(ref: string, situation: Situation): Finding {
  const found = readiness(situation).find((finding) => finding.ref === ref)
  if (!found) throw new Error(`no finding for ${ref}`)
  return found
}

type Case = [what: string, situation: Situation, level: Finding['level'], stale?: boolean]

const table: Record<string, Case[]> = {
  '6.1.1': [
    ['everything is there', full, 'effective'],
    ['no criteria are approved', risksWith({ criteria: null }), 'missing'],
    ['the criteria are a draft', risksWith({ criteria: null, criteriaDraft: draft }), 'missing'],
    ['there is no risk', noRisk, 'documented'],
    ['a risk has no owner', risksWith({ withoutOwner: oneShort }), 'documented'],
    ['a risk is not rated', risksWith({ notRated: oneShort }), 'documented'],
    ['a risk has no decision', risksWith({ untreated: oneShort }), 'documented'],
    ['nothing was carried out', risksWith({ actionsDone: 0 }), 'implemented'],
    ['an action is overdue', risksWith({ actionsOverdue: oneShort }), 'implemented'],
    ['a treatment was not judged', risksWith({ notChecked: oneShort }), 'operating'],
    ['a review is overdue', risksWith({ reviewOverdue: oneShort }), 'effective', true],
  ],
  '6.1.2': [
    ['everything is there', full, 'operating'],
    ['there is no method', withDocument(full, 'risk-assessment-process', null), 'missing'],
    ['no criteria are approved', risksWith({ criteria: null }), 'missing'],
    ['there is no risk', noRisk, 'documented'],
    ['a risk says nothing of what would happen', risksWith({ notDescribed: oneShort }), 'documented'],
    ['a system was not assessed', risksWith({ systemsNotAssessed: oneShort }), 'documented'],
    ['no system is in operation', risksWith({ systems: 0 }), 'documented'],
    [
      'the method was never reviewed',
      withDocument(full, 'risk-assessment-process', aDocument('risk-assessment-process', { review: null })),
      'implemented',
    ],
    [
      'the review of the method is overdue',
      withDocument(full, 'risk-assessment-process', aDocument('risk-assessment-process', { review: tooLate })),
      'implemented',
      true,
    ],
  ],
  '8.2': [
    ['everything is there', full, 'operating'],
    ['no criteria are approved', risksWith({ criteria: null }), 'missing'],
    ['there is no risk', noRisk, 'missing'],
    ['a system was not assessed', risksWith({ systemsNotAssessed: oneShort }), 'missing'],
    ['a risk was opened again', risksWith({ notRated: oneShort }), 'missing'],
    ['nothing was assessed twice', risksWith({ assessedAgain: 0 }), 'implemented'],
    ['a trigger is unanswered', risksWith({ toReassess: oneShort }), 'implemented'],
    ['a rating is of earlier criteria', risksWith({ earlierCriteria: oneShort }), 'implemented'],
    ['a review is overdue', risksWith({ reviewOverdue: oneShort }), 'implemented', true],
  ],
  '8.3': [
    ['everything is there', full, 'operating'],
    ['there is no risk', noRisk, 'missing'],
    ['a risk has no decision', risksWith({ untreated: oneShort }), 'missing'],
    ['nothing was carried out', risksWith({ actionsDone: 0 }), 'missing'],
    ['an action is overdue', risksWith({ actionsOverdue: oneShort }), 'missing'],
    ['a treatment was not judged', risksWith({ notChecked: oneShort }), 'implemented'],
    ['what is left is not accepted', risksWith({ notAccepted: oneShort }), 'implemented'],
    ['an acceptance has expired', risksWith({ acceptanceExpired: oneShort }), 'implemented', true],
  ],
}

describe.each(Object.entries(table))('%s', (ref, cases) => {
  it.each(cases)('when %s', (_what, situation, level, stale = false) => {
    const finding = findingOf(ref, situation)
    expect({ level: finding.level, stale: finding.stale }).toEqual({ level, stale })
  })

  it('says what to do next whenever a level is left', () => {
    for (const [, situation] of cases) {
      const { level, reachable, next } = findingOf(ref, situation)
      expect(next === '').toBe(level === reachable.at(-1))
    }
  })
})
