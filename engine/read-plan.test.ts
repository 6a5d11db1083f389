import { readFileSync } from 'node:fs'
import { characteristicOf } from '@assay/measures'
import { describe, expect, it } from 'vitest'
import { canonicalJson, plainJson } from './canonical.ts'
import { QualityCheckPlan } from './quality-checks.ts'
import { planHash } from './plan-hash.ts'
import { checkPlan, readPlan } from './read-plan.ts'

const plan = 'kind: fairness\nlabel: y\nprediction: p\nby: [race]\n'

/** Each level repeats the one before nine times. */
const bomb = Array.from({ length: 8 }, (_, level) => {
  const before = level === 0 ? 'x' : `*a${level - 1}`
  return `a${level}: &a${level} [${Array.from({ length: 9 }, () => before).join(',')}]\n`
}).join('')

function problemsOf(text: string): string[] {
  const read = readPlan(text)
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`)
}

describe('a plan', () => {
  it('has one hash however it is spelled, and another for another threshold', () => {
    const spelled = [plan, '{"by": ["race"], "prediction": "p", "label": "y", "kind": "fairness", "confidence": 0.95}']
    const hashes = [...spelled, `${plan}thresholds: [{metric: tpr, margin: 0.1}]\n`].map((it) => {
      const read = readPlan(it)
      return read.ok ? planHash(read.plan) : it
    })
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(hashes[1]).toBe(hashes[0])
    expect(hashes[2]).not.toBe(hashes[0])
  })

  it('is recorded with every default', () => {
    const read = readPlan(plan)
    expect(read).toMatchObject({
      ok: true,
      plan: { positive: '1', confidence: 0.95, replicates: 2000, seed: 42, minimumSize: { verdict: 30, show: 5 } },
    })
  })

  it.each([
    [
      'an unknown key',
      `${plan}treshold: 1\n`,
      'treshold: "treshold" is not a known key; a fairness plan knows kind, title',
    ],
    [
      'an unknown key further in',
      `${plan}thresholds: [{metric: tpr, margin: 0.1, limit: 2}]\n`,
      'thresholds.0.limit: "limit" is not a known key',
    ],
    ['an unknown metric', `${plan}thresholds: [{metric: tprr, margin: 0.1}]\n`, 'thresholds.0.metric: '],
    [
      'a margin of a ratio that is none',
      `${plan}thresholds: [{metric: tpr, comparison: ratio, margin: 1}]\n`,
      'thresholds.0.margin: of a ratio lies below 1',
    ],
    ['no kind', 'label: y\n', 'kind: is one of fairness, performance'],
    ['no groups', 'kind: fairness\nprediction: p\n', 'by: '],
    ['a list', '- 1\n', ': is no plan'],
    ['nothing', '', ': is no plan'],
    ['a key twice', `${plan}label: z\n`, ': is neither YAML nor JSON'],
    ['text that is neither', '{"kind": ', ': is neither YAML nor JSON'],
    ['several documents', `${plan}---\n${plan}`, ': holds several documents'],
    ['aliases of aliases', bomb, ': repeats itself by far too many aliases'],
    ['a text in place of a list', 'kind: fairness\nprediction: p\nby: race\n', 'by: must be a list'],
    ['nothing where something is needed', 'kind: calibration\nlabel: y\n', 'score: is missing'],
    ['windows that are none', 'kind: drift\nwindows: 50\n', 'windows: must be "rows" with a number'],
    [
      'a stream of no known method',
      'kind: drift\nstreams: [{method: x}]\n',
      'streams.0.method: must be one of "cusum"',
    ],
    ['a day that is none', 'kind: quality\nasOf: tomorrow\n', 'asOf: must be a day'],
    ['a combination of one column', `${plan}intersect: [[race, race]]\n`, 'intersect.0: names "race" twice'],
    ['a reference of no attribute', `${plan}reference: {Race: a}\n`, 'reference.Race: "Race" is no attribute'],
    [
      'a threshold on no attribute',
      `${plan}thresholds: [{metric: tpr, margin: 0.1, attributes: [sex]}]\n`,
      'thresholds.0.attributes: "sex" is no attribute of this plan; it has "race"',
    ],
    [
      'a bound that nothing can reach',
      'kind: performance\nlabel: y\nprediction: p\nthresholds: [{metric: tpr, atLeast: 95}]\n',
      'thresholds.0: "tpr" lies between 0 and 1',
    ],
    [
      'two bounds',
      'kind: performance\nlabel: y\nprediction: p\nthresholds: [{metric: tpr, atLeast: 0, atMost: 1}]\n',
      'thresholds.0: takes exactly one',
    ],
  ])('with %s is refused', (_, text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem)
  })

  it('knows every check of data quality that the measures have', () => {
    const known = QualityCheckPlan.options.map((it) => it.shape.check.value).toSorted()
    expect(known).toEqual(Object.keys(characteristicOf).toSorted())
  })

  it('reads as its README shows it', () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
    const example = /```yaml\n([^`]+)```/.exec(readme)?.[1] ?? ''
    expect(readPlan(example)).toMatchObject({
      ok: true,
      plan: { kind: 'fairness', thresholds: [{ metric: 'tpr' }, { comparison: 'ratio' }] },
    })
  })

  it('may name a group like a property of every object', () => {
    const read = checkPlan(
      JSON.parse('{"kind":"fairness","prediction":"p","by":["constructor"],"reference":{"constructor":"a"}}'),
    )
    expect(read).toMatchObject({ ok: true, plan: { by: ['constructor'] } })
  })
})

describe('canonical JSON', () => {
  it('is one spelling of a value', () => {
    expect(canonicalJson({ b: [1, 'ü', null], a: { d: undefined, c: 1e21 } })).toBe(
      '{"a":{"c":1e+21},"b":[1,"ü",null]}',
    )
  })

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [() => 1], [[undefined]]])('throws on %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError)
    expect(() => plainJson({ value })).toThrow(TypeError)
  })

  it('is read back as the plain value', () => {
    const value = JSON.parse('{"b":[1,{"d":"ü","__proto__":2}],"10":0,"9":null,"a":true}')
    const given = { ...value, none: undefined, zero: -0 }
    expect(canonicalJson(plainJson(given))).toBe(canonicalJson(given))
    expect(plainJson(given)).toEqual(JSON.parse(canonicalJson(given)))
    expect(Object.keys(plainJson({ b: 1, a: 2 }) ?? {})).toEqual(['a', 'b'])
  })
})
