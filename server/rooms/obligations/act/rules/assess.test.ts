import { aiActDates, requirementsOf } from '@assay/frameworks'
import { describe, expect, test } from 'vitest'
import { ActAnswers } from './answers.ts'
import { assessAct } from './assess.ts'
import { practiceFrom } from './classify.ts'
import { actDays } from './dates.ts'
import * as words from './words.ts'

const plain: ActAnswers = {
  reach: 'in-union',
  exclusions: [],
  supply: ['uses'],
  inUnion: true,
  practices: [],
  annexI: null,
  annexIii: [],
  profiling: 'no',
  exceptions: [],
  publicBody: false,
  transparency: [],
  transparencyExceptions: [],
  gpai: 'none',
  openSource: false,
  placedOn: null,
  changedSince: false,
}
const given = (answers: Partial<ActAnswers> = {}) => assessAct({ ...plain, ...answers })
const ids = (answers: Partial<ActAnswers>) => given(answers).duties.map(({ id }) => id)
const dateOf = (id: string, answers: Partial<ActAnswers>) => given(answers).duties.find((duty) => duty.id === id)?.date
const rolesIn = (answers: Partial<ActAnswers>) => [...new Set(given(answers).roles.map(({ role }) => role))]

const providing: Partial<ActAnswers> = { supply: ['own-name'] }
const hiring: Partial<ActAnswers> = { annexIii: ['4(a)'], profiling: 'yes' }

describe('roles', () => {
  test.each([
    ['own-name', 'provider', 'Art. 3(3)'],
    ['uses', 'deployer', 'Art. 3(4)'],
    ['imports', 'importer', 'Art. 3(6)'],
    ['distributes', 'distributor', 'Art. 3(7)'],
    ['represents', 'authorised-representative', 'Art. 3(5)'],
    ['manufactures-product', 'product-manufacturer', 'Art. 25(3)'],
  ] as const)('%s makes a %s by %s', (fact, role, article) => {
    expect(given({ supply: [fact] }).roles).toEqual([{ role, article, text: expect.any(String) }])
  })

  test.each([
    ['rebrands', 'Art. 25(1)(a)'],
    ['modifies-substantially', 'Art. 25(1)(b)'],
    ['changes-purpose', 'Art. 25(1)(c)'],
  ] as const)('%s makes the provider of a high-risk system by %s, and of no other', (fact, article) => {
    expect(given({ ...hiring, supply: [fact] }).roles).toEqual([
      { role: 'provider', article, text: expect.any(String) },
    ])
    expect(rolesIn({ supply: [fact] })).toEqual([])
  })

  test('the maker of a product of Annex I, section A counts as provider as well; of section B not', () => {
    expect(rolesIn({ supply: ['manufactures-product'], annexI: 'section-a' })).toEqual([
      'product-manufacturer',
      'provider',
    ])
    expect(rolesIn({ supply: ['manufactures-product'], annexI: 'section-b' })).toEqual(['product-manufacturer'])
  })

  test('whoever places a model for general purposes on the market is its provider', () => {
    expect(rolesIn({ supply: [], gpai: 'model' })).toEqual(['gpai-provider'])
  })

  test('without a role nothing follows, and the result says so', () => {
    const none = given({ ...hiring, supply: [] })
    expect(none.duties).toEqual([])
    expect(none.notes.map(({ article }) => article)).toContain('Art. 3')
  })
})

describe('reach', () => {
  test.each([
    ['in-union', [], 'minimal', 'Art. 2(1)(a)-(b)'],
    ['output-in-union', [], 'minimal', 'Art. 2(1)(c)'],
    ['outside', [], 'outside', 'Art. 2(1)'],
    ['in-union', ['military'], 'outside', 'Art. 2(3)'],
    ['in-union', ['research-only'], 'outside', 'Art. 2(6)'],
    ['in-union', ['personal-use'], 'outside', 'Art. 2(10)'],
  ] as const)('%s with %o is %s by %s', (reach, exclusions, actClass, article) => {
    const result = given({ reach, exclusions: [...exclusions] })
    expect(result.class).toBe(actClass)
    expect(result.notes[0]?.article).toBe(article)
  })

  test('nothing follows outside of the reach, even for a use of Annex III', () => {
    expect(ids({ ...hiring, reach: 'outside' })).toEqual([])
  })
})

describe('forbidden practices', () => {
  test.each(words.practices)('Art. %s is named with its article and day, before any other class', (practice) => {
    const result = given({ ...hiring, practices: [practice] })
    expect(result.class).toBe('prohibited')
    expect(result.prohibited).toEqual([
      { article: `Art. ${practice}`, text: expect.any(String), from: practiceFrom(practice) },
    ])
  })

  test('are those of the catalogue', () => {
    const catalogued = requirementsOf('EU-AI-ACT').filter(({ kind }) => kind === 'prohibition')
    expect([...words.practices].toSorted()).toEqual(catalogued.map(({ ref }) => ref).toSorted())
    for (const { ref, law } of catalogued) {
      expect(practiceFrom(words.practices.find((one) => one === ref) ?? '5(1)(a)')).toBe(law?.appliesFrom)
    }
  })
})

describe('high-risk by Annex III', () => {
  test.each(words.annexIiiUses)('point %s makes it high-risk', (use) => {
    const result = given({ annexIii: [use] })
    expect(result.class).toBe('high-risk')
    expect(result.highRisk.reasons[0]?.article).toBe(`Annex III point ${use}`)
  })

  test('every area of the catalogue is asked about', () => {
    const areas = new Set(words.annexIiiUses.map((use) => use[0]))
    const catalogued = requirementsOf('EU-AI-ACT').filter(({ kind }) => kind === 'high-risk-area')
    expect(areas.size).toBe(catalogued.length)
  })

  test.each(words.exceptions)('Art. %s excepts it where nobody is profiled', (exception) => {
    const excepted = { annexIii: ['4(b)' as const], exceptions: [exception] }
    expect(given({ ...excepted, profiling: 'no' }).class).toBe('exempted')
    expect(given({ ...excepted, profiling: 'yes' }).class).toBe('high-risk')
    expect(given({ ...excepted, profiling: 'unknown' }).class).toBe('high-risk')
  })

  test('profiling alone makes nothing high-risk', () => {
    expect(given({ profiling: 'yes' }).class).toBe('minimal')
  })

  test('the provider of an excepted system writes the view down and registers; its deployer has neither duty', () => {
    const excepted = { annexIii: ['3(d)' as const], exceptions: ['6(3)(a)' as const] }
    expect(ids({ ...providing, ...excepted })).toEqual(['AIA-4', 'AIA-5', 'AIA-6', 'AIA-49'])
    expect(ids(excepted)).toEqual(['AIA-4', 'AIA-5'])
  })

  test('an exception without a use is refused', () => {
    expect(ActAnswers.safeParse({ ...plain, exceptions: ['6(3)(a)'] }).success).toBe(false)
    expect(ActAnswers.safeParse(plain).success).toBe(true)
  })
})

describe('high-risk by Annex I', () => {
  test('section A is high-risk and no exception of Art. 6(3) reaches it', () => {
    const result = given({ annexI: 'section-a', annexIii: ['5(d)'], exceptions: ['6(3)(d)'] })
    expect(result.highRisk.verdict).toBe('annex-i')
    expect(result.class).toBe('high-risk')
  })

  test('of section B the Act asks the provider for the classification alone', () => {
    expect(ids({ ...providing, annexI: 'section-b' })).toEqual(['AIA-4', 'AIA-5', 'AIA-6'])
  })
})

describe('duties', () => {
  const highRiskProvider = ids({ ...providing, ...hiring })
  test('of a provider of a high-risk system', () => {
    expect(highRiskProvider).toEqual(
      [4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 43, 47, 48, 49, 72, 73].map((n) => `AIA-${n}`),
    )
  })
  test.each([
    ['uses', ['AIA-4', 'AIA-5', 'AIA-26', 'AIA-73', 'AIA-86']],
    ['imports', ['AIA-5', 'AIA-23']],
    ['distributes', ['AIA-5', 'AIA-24']],
    ['represents', ['AIA-22']],
  ] as const)('of whoever %s a high-risk system', (fact, expected) => {
    expect(ids({ ...hiring, supply: [fact] })).toEqual(expected)
  })
  test('a provider outside of the Union appoints a representative', () => {
    expect(ids({ ...providing, ...hiring, inUnion: false })).toContain('AIA-22')
    expect(highRiskProvider).not.toContain('AIA-22')
  })
  test.each([
    ['4(a)', false, false],
    ['4(a)', true, true],
    ['5(b)', false, true],
    ['5(c)', false, true],
    ['5(a)', false, false],
    ['2', true, false],
  ] as const)('fundamental rights for point %s, public %s: %s', (use, publicBody, asked) => {
    expect(ids({ annexIii: [use], publicBody }).includes('AIA-27')).toBe(asked)
  })
  test('a public deployer registers its use', () => {
    expect(ids({ ...hiring, publicBody: true })).toContain('AIA-49')
    expect(ids(hiring)).not.toContain('AIA-49')
  })
  test('nobody has to explain decisions of critical infrastructure', () => {
    expect(ids({ annexIii: ['2'] })).not.toContain('AIA-86')
  })
  test('a permission is no duty', () => {
    expect(highRiskProvider).not.toContain('AIA-4a')
  })
  test('whoever modifies a bought high-risk system bears the duties of its provider', () => {
    expect(ids({ ...hiring, supply: ['uses', 'modifies-substantially'] })).toEqual(
      expect.arrayContaining(['AIA-9', 'AIA-26', 'AIA-43']),
    )
  })
  test('each says its article and the role that bears it', () => {
    const { duties } = given({ ...hiring, supply: ['own-name', 'uses'] })
    expect(duties.find(({ id }) => id === 'AIA-26')).toMatchObject({ article: 'Art. 26', roles: ['deployer'] })
    expect(duties.find(({ id }) => id === 'AIA-73')?.roles).toEqual(['provider', 'deployer'])
  })
})

describe('transparency', () => {
  test.each([
    ['talks-to-people', 'own-name', 'AIA-50-1', 'obvious'],
    ['generates-content', 'own-name', 'AIA-50-2', 'standard-editing'],
    ['emotion-or-biometric', 'uses', 'AIA-50-3', 'crime-by-law'],
    ['deep-fake', 'uses', 'AIA-50-4', 'crime-by-law'],
    ['public-interest-text', 'uses', 'AIA-50-4', 'editorial-responsibility'],
  ] as const)('%s asks of whoever %s for %s, unless %s', (fact, supply, id, exception) => {
    const asked: Partial<ActAnswers> = { transparency: [fact], supply: [supply] }
    expect(ids(asked)).toEqual(['AIA-4', 'AIA-5', id, 'AIA-50-5'])
    expect(given(asked).class).toBe('transparency')
    expect(ids({ ...asked, transparencyExceptions: [exception] })).toEqual(['AIA-4', 'AIA-5'])
  })
  test('the duty of a provider is none of a deployer', () => {
    expect(ids({ transparency: ['talks-to-people'] })).toEqual(['AIA-4', 'AIA-5'])
  })
  test('an editor does not lift the duty for deep fakes', () => {
    expect(ids({ transparency: ['deep-fake'], transparencyExceptions: ['editorial-responsibility'] })).toContain(
      'AIA-50-4',
    )
  })
  test('it is asked beside the high-risk duties', () => {
    expect(ids({ ...providing, ...hiring, transparency: ['talks-to-people'] })).toContain('AIA-50-1')
  })
})

describe('models for general purposes', () => {
  test.each([
    ['model', false, true, ['AIA-53-1a', 'AIA-53-1b', 'AIA-53-1c', 'AIA-53-1d']],
    ['model', true, true, ['AIA-53-1c', 'AIA-53-1d']],
    ['model', true, false, ['AIA-53-1c', 'AIA-53-1d']],
    ['model', false, false, ['AIA-53-1a', 'AIA-53-1b', 'AIA-53-1c', 'AIA-53-1d', 'AIA-54']],
    ['systemic-model', true, true, ['AIA-52', 'AIA-53-1a', 'AIA-53-1b', 'AIA-53-1c', 'AIA-53-1d', 'AIA-55']],
  ] as const)('%s, open %s, in the Union %s', (gpai, openSource, inUnion, expected) => {
    expect(ids({ supply: [], gpai, openSource, inUnion })).toEqual(expected)
  })
})

describe('dates', () => {
  test.each([
    ['AIA-4', {}, '2025-02-02', 'Art. 113(a)', null],
    ['AIA-26', hiring, '2027-12-02', 'Art. 113(c)', '2026-08-02'],
    ['AIA-26', { annexI: 'section-a' }, '2028-08-02', 'Art. 113(c)', '2027-08-02'],
    ['AIA-26', { annexI: 'section-a', annexIii: ['5(d)'] }, '2027-12-02', 'Art. 113(c)', '2026-08-02'],
    ['AIA-26', { ...hiring, publicBody: true, placedOn: '2024-09-01' }, '2030-08-02', 'Art. 111(2)', null],
    [
      'AIA-26',
      { ...hiring, publicBody: true, placedOn: '2024-09-01', changedSince: true },
      '2027-12-02',
      'Art. 113(c)',
      '2026-08-02',
    ],
    ['AIA-43', { ...hiring, ...providing }, '2027-12-02', 'Art. 113(c)', '2026-08-02'],
    ['AIA-50-1', { ...providing, transparency: ['talks-to-people'] }, '2026-08-02', 'Art. 113', null],
    ['AIA-50-2', { ...providing, transparency: ['generates-content'] }, '2026-08-02', 'Art. 113', null],
    [
      'AIA-50-2',
      { ...providing, transparency: ['generates-content'], placedOn: '2026-08-01' },
      '2026-12-02',
      'Art. 111(4)',
      '2026-08-02',
    ],
    ['AIA-53-1c', { supply: [], gpai: 'model' }, '2025-08-02', 'Art. 113(b)', null],
    ['AIA-53-1c', { supply: [], gpai: 'model', placedOn: '2025-08-01' }, '2027-08-02', 'Art. 111(3)', null],
  ] as [string, Partial<ActAnswers>, string, string, string | null][])(
    '%s under %o is %s by %s, before the amendment %s',
    (id, answers, on, ref, originally) => {
      expect(dateOf(id, answers)).toMatchObject({ on, ref, originally })
    },
  )

  test('a date that the amendment moved says that the Official Journal was not opened for it', () => {
    expect(dateOf('AIA-26', hiring)).toMatchObject({ checked: false, source: expect.stringContaining('not checked') })
    expect(dateOf('AIA-50-1', { ...providing, transparency: ['talks-to-people'] })).toMatchObject({ checked: true })
  })

  test('where a duty applies formally before it bites, both days are told', () => {
    expect(dateOf('AIA-43', { ...hiring, ...providing })?.formally).toBe('2026-08-02')
    expect(dateOf('AIA-9', { ...hiring, ...providing })?.formally).toBeNull()
  })

  test('what was on the market before comes under the rules once its design changes significantly', () => {
    const placed = (answers: Partial<ActAnswers>) =>
      given({ ...hiring, ...answers }).duties.find(({ id }) => id === 'AIA-26')?.condition?.article
    expect(placed({ placedOn: '2024-09-01' })).toBe('Art. 111(2)')
    expect(placed({ placedOn: '2024-09-01', changedSince: true })).toBeUndefined()
    expect(placed({ placedOn: '2028-01-01' })).toBeUndefined()
    expect(placed({})).toBeUndefined()
  })

  test('are those of the catalogue, in both calendars', () => {
    const now = aiActDates()
    for (const { on, ref, amended } of Object.values(actDays)) {
      const found = now.find((one) => one.date === on && one.ref.includes(ref))
      expect(found, `${on} ${ref}`).toMatchObject({ amended2026: amended })
    }
    const before = aiActDates('EU-AI-ACT-2024').map(({ date }) => date)
    expect(before).toEqual(expect.arrayContaining([actDays.annexIii.originally, actDays.annexI.originally]))
  })
})

describe('what a person decides', () => {
  test('another class brings its own duties, and the result keeps what the answers alone lead to', () => {
    const raised = assessAct(plain, { class: 'high-risk' })
    expect(raised).toMatchObject({ class: 'high-risk', computedClass: 'minimal' })
    expect(raised.duties.map(({ id }) => id)).toContain('AIA-26')
    const lowered = assessAct({ ...plain, ...hiring }, { class: 'minimal' })
    expect(lowered).toMatchObject({ class: 'minimal', computedClass: 'high-risk' })
    expect(lowered.duties.map(({ id }) => id)).toEqual(['AIA-4', 'AIA-5'])
  })
  test('another date stands for its duty alone', () => {
    const { duties } = assessAct({ ...plain, ...hiring }, { dates: { 'AIA-26': '2027-01-01' } })
    expect(duties.find(({ id }) => id === 'AIA-26')?.date.on).toBe('2027-01-01')
    expect(duties.find(({ id }) => id === 'AIA-86')?.date.on).toBe('2027-12-02')
  })
})

describe('what would change it', () => {
  test('for a bought chatbot: a use of Annex III, and none of what leaves it as it is', () => {
    const { wouldChange } = given({ transparency: ['talks-to-people'] })
    expect(wouldChange.map((one) => one.class)).toEqual(['high-risk', 'high-risk', 'prohibited', 'outside'])
  })
  test('for a bought hiring tool: our name on it makes us its provider', () => {
    const { wouldChange } = given(hiring)
    expect(wouldChange).toContainEqual({ answer: 'We put our name on it', class: 'high-risk', becomesProvider: true })
  })
  test('profiling ends an exception', () => {
    const { wouldChange } = given({ annexIii: ['4(b)'], exceptions: ['6(3)(a)'] })
    expect(wouldChange).toContainEqual({ answer: 'It profiles persons', class: 'high-risk', becomesProvider: false })
  })
})

test('no sentence of ours says compliant or promises anything', () => {
  const everything = given({ ...hiring, supply: [...words.supplyFacts], practices: [...words.practices] })
  const ours = { ...everything, duties: everything.duties.map(({ asks: _catalogue, title: _title, ...rest }) => rest) }
  expect(/complian|certif|guarante/i.exec(JSON.stringify(ours))).toBeNull()
  expect(everything.notes.at(-1)?.text).toContain('no legal advice')
})
