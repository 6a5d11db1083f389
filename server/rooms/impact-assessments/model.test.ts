import { describe, expect, it } from 'vitest'
import {
  approve,
  depthOf,
  type ImpactAssessment,
  type ImpactAssessmentId,
  type In,
  missingFrom,
  monthsAfter,
  noAnswers,
  reaffirm,
  reopen,
  restore,
  sendBack,
  submit,
  type Submission,
  supersede,
  unanswered,
  withdraw,
  words,
} from './model.ts'
import type { Screening } from './rules/depth.ts'

const nineTimesNo: Screening = Object.fromEntries(words.screeningQuestions.map((one) => [one, 'no'] as const))

const { 'basic-rights': _open, ...eightTimesNo } = nineTimesNo

describe('the depth of an assessment', () => {
  it.each<[string, Screening, string, ReturnType<typeof depthOf>['depth'], string]>([
    ['nothing is answered', {}, '', null, 'open-questions'],
    ['one question is open', eightTimesNo, '', null, 'open-questions'],
    ['nine times no', nineTimesNo, '', 'screen', 'nothing-applies'],
    ['nine times no, and people want more', nineTimesNo, 'The board asked for it.', 'full', 'chosen-deeper'],
    ...words.screeningQuestions.flatMap((one) =>
      (['yes', 'not-known'] as const).map((answer): [string, Screening, string, 'full', string] => [
        `${one} is ${answer}`,
        { ...nineTimesNo, [one]: answer },
        '',
        'full',
        'something-applies',
      ]),
    ),
    ['one yes while others are open', { 'bodily-safety': 'yes' }, '', 'full', 'something-applies'],
  ])('where %s', (_, screening, deeper, depth, rule) => {
    expect(depthOf(screening, deeper)).toMatchObject({ depth, rule })
  })
})

const screened: Submission = {
  answers: {
    ...noAnswers,
    screening: nineTimesNo,
    summary: 'Answers questions about opening hours.',
    decisionReason: 'Nothing applies.',
  },
  decision: 'go',
  reviewDueOn: '2027-06-01',
  conditions: 0,
  individualDecisions: 'none',
  today: '2026-11-22',
  reviewMonths: { screen: 12, full: 6 },
}
const harm = {
  dimension: 'access',
  effect: 'harm',
  reach: 'individuals',
  what: 'Refused a loan without a fair look.',
  severity: 'serious',
  scale: 'many',
  reversibility: 'with-effort',
  likelihood: 'possible',
  confidence: 'medium',
} as const
const applicants = { name: 'Applicants', reach: 'individuals', indirect: false, vulnerable: false, how: '' } as const
const whole: Submission = {
  ...screened,
  reviewDueOn: '2027-05-01',
  individualDecisions: 'supports',
  answers: {
    ...screened.answers,
    screening: { ...nineTimesNo, 'decides-about-people': 'yes' },
    context: 'Loan desk.',
    necessity: 'Volume.',
    oversight: 'The desk decides.',
    misuse: [{ what: 'Used for prices.', prevention: '' }],
    failure: 'Refusals pile up.',
    affected: [applicants],
    impacts: [harm, { ...harm, effect: 'benefit', severity: null, what: 'An answer within a day.' }],
    hitMost: 'People with short credit histories.',
    society: 'Little: one lender of many.',
    consulted: [{ who: 'Consumer association', how: 'Meeting', on: '2026-10-01', result: '' }],
    remedies: 'Complaint desk.',
    remaining: 'Some wrong refusals.',
  },
}
const answersWith = (fields: Partial<Submission['answers']>): Submission => ({
  ...whole,
  answers: { ...whole.answers, ...fields },
})

describe('what is missing before it can be submitted', () => {
  it.each<[string, Submission, string[]]>([
    ['a screening is whole', screened, []],
    ['a full assessment is whole', whole, []],
    [
      'nothing was answered',
      { ...screened, answers: noAnswers, decision: null, reviewDueOn: null },
      [
        ...words.screeningQuestions.map((one) => `screening.${one}`),
        'summary',
        'decision',
        'decisionReason',
        'reviewDueOn',
      ],
    ],
    [
      'the screening contradicts the register',
      { ...screened, individualDecisions: 'decides' },
      ['screening.decides-about-people'],
    ],
    ['the summary is empty', { ...screened, answers: { ...screened.answers, summary: '' } }, ['summary']],
    ...(
      [
        'context',
        'necessity',
        'oversight',
        'failure',
        'hitMost',
        'society',
        'remedies',
        'remaining',
        'decisionReason',
      ] as const
    ).map((name): [string, Submission, string[]] => [`${name} is empty`, answersWith({ [name]: '' }), [name]]),
    ['no misuse is named', answersWith({ misuse: [] }), ['misuse']],
    ['only society is affected', answersWith({ affected: [{ ...applicants, reach: 'society' }] }), ['affected']],
    ['no harm is named', answersWith({ impacts: [{ ...harm, effect: 'benefit' }] }), ['impacts']],
    [
      'only a harm to society is named',
      answersWith({
        impacts: [
          { ...harm, reach: 'society' },
          { ...harm, effect: 'benefit' },
        ],
      }),
      ['impacts'],
    ],
    ['no benefit is named', answersWith({ impacts: [harm] }), ['impacts']],
    [
      'a harm is not rated',
      answersWith({
        impacts: [
          { ...harm, effect: 'benefit' },
          { ...harm, likelihood: null, confidence: null },
        ],
      }),
      ['impacts.1.likelihood', 'impacts.1.confidence'],
    ],
    ['nobody was consulted and nobody says why', answersWith({ consulted: [] }), ['notConsulted']],
    ['nobody was consulted, with a reason', answersWith({ consulted: [], notConsulted: 'Not built yet.' }), []],
    ['go with conditions has none', { ...whole, decision: 'go-with-conditions' }, ['measures']],
    ['go with conditions has one', { ...whole, decision: 'go-with-conditions', conditions: 1 }, []],
    ['go has conditions', { ...whole, conditions: 1 }, ['decision']],
    ['stop has conditions', { ...whole, decision: 'stop', conditions: 1 }, []],
    ['the next look is today', { ...whole, reviewDueOn: '2026-11-22' }, ['reviewDueOn']],
    ['the next look is later than the rules allow', { ...whole, reviewDueOn: '2027-05-23' }, ['reviewDueOn']],
    ['the next look is on the last allowed day', { ...whole, reviewDueOn: '2027-05-22' }, []],
    ['a screening may wait longer than a full one', { ...screened, reviewDueOn: '2027-11-22' }, []],
    ['no rules are set', { ...whole, reviewDueOn: '2030-01-01', reviewMonths: null }, []],
  ])('where %s', (_, submission, paths) => {
    expect(missingFrom(submission).map(({ path }) => path)).toEqual(paths)
  })
})

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-22', 12, '2027-11-22'],
  ['2026-12-31', 6, '2027-06-30'],
])('%s and %i months later is %s', (day, months, later) => {
  expect(monthsAfter(day, months)).toBe(later)
})

const drafting: In<'drafting'> = {
  id: '1' as ImpactAssessmentId,
  version: 1,
  system: 's',
  edition: 1,
  occasion: 'new',
  occasionNote: '',
  answers: whole.answers,
  depth: 'full',
  decision: 'stop',
  reviewDueOn: '2027-05-01',
  authors: ['ada'],
  state: 'drafting',
  returnedNote: '',
}
const approval = { by: 'bob', on: '2026-11-22', seq: 7, note: '' }
const call = { kind: 'change', cause: 'ai-system:s', note: 'The purpose changed.', on: '2026-12-01' } as const
function must<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const inReview = must(submit(drafting, 'ada', '2026-11-21'))
const approved = must(approve(inReview, approval, []))
const reopened = must(reopen(approved, call))
const superseded = supersede(reopened, '2026-12-02')
const withdrawn = must(withdraw(drafting, 'Not needed.'))

describe('the states', () => {
  const all: ImpactAssessment[] = [drafting, inReview, approved, reopened, superseded, withdrawn]
  const moves = {
    submit: (it: ImpactAssessment) => submit(it, 'ada', '2026-11-21'),
    sendBack: (it: ImpactAssessment) => sendBack(it, 'Say more.'),
    approve: (it: ImpactAssessment) => approve(it, approval, []),
    reopen: (it: ImpactAssessment) => reopen(it, { ...call, note: 'Another one.' }),
    reaffirm: (it: ImpactAssessment) => reaffirm(it, approval, '2027-11-01', []),
    withdraw: (it: ImpactAssessment) => withdraw(it, 'Not needed.'),
    restore: (it: ImpactAssessment) => restore(it, { open: false, last: 1 }),
  }
  it.each<[keyof typeof moves, string[]]>([
    ['submit', ['drafting']],
    ['sendBack', ['in-review']],
    ['approve', ['in-review']],
    ['reopen', ['approved', 'reopened']],
    ['reaffirm', ['approved', 'reopened']],
    ['restore', ['withdrawn']],
    ['withdraw', ['drafting', 'in-review']],
  ])('%s is possible in %j alone', (move, states) => {
    expect(all.filter((it) => moves[move](it).ok).map(({ state }) => state)).toEqual(states)
  })

  it('is never approved by somebody who wrote on it, and names who may', () => {
    const eve = { id: 'eve', name: 'Eve' }
    expect(approve(inReview, { ...approval, by: 'ada' }, [eve])).toEqual({
      ok: false,
      error: { kind: 'approver-is-author', mayApprove: [eve] },
    })
    expect(approve(inReview, { ...approval, by: 'ada' }, [])).toMatchObject({ error: { kind: 'invite-an-approver' } })
    expect(reaffirm(reopened, { ...approval, by: 'ada' }, '2027-11-01', [])).toMatchObject({ ok: false })
  })

  it('collects calls for a new look, each once, and forgets them when it is confirmed', () => {
    expect(reopen(reopened, call)).toMatchObject({ error: { kind: 'called-already' } })
    expect(must(reopen(reopened, { ...call, note: 'And again.' })).calls).toHaveLength(2)
    const held = must(reaffirm(reopened, { ...approval, note: 'Holds.' }, '2027-11-01', []))
    expect(held).toMatchObject({ state: 'approved', reviewDueOn: '2027-11-01', approval: { note: 'Holds.' } })
    expect(held).not.toHaveProperty('calls')
    expect(superseded).not.toHaveProperty('calls')
  })
})

it('names the heads of other assessments that no answer serves yet', () => {
  const said = (name: string) => ['summary', 'context', 'period'].includes(name)
  expect(unanswered('data-protection', said)).toEqual([
    'necessity',
    'risks-to-people',
    'safeguards',
    'views-of-people',
    'looked-at-again',
  ])
  expect(unanswered('fundamental-rights', said)).toEqual([
    'people-affected',
    'harms-to-them',
    'human-oversight',
    'when-harm-happens',
  ])
})
