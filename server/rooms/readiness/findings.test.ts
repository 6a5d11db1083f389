import { annexAControls, auditableClauses, readinessRule, readinessRules } from '@assay/frameworks'
import { expect, it } from 'vitest'
import { but, everythingRecorded, today } from './a-situation.ts'
import { readiness } from './findings.ts'
import { compareLevels, countStandings, type Declared, type FindingLevel, standingOf } from './model.ts'
import { nothingRecorded } from './nothing-recorded.ts'
import { rules } from './rules/index.ts'
import { atLeast } from './rules/rule.ts'

const full = everythingRecorded()

it('there is one rule for each of the 32 clauses and 38 controls, in the order of the standard', () => {
  const known = [...auditableClauses(), ...annexAControls()].map(({ ref }) => ref)
  expect(rules.map(({ ref }) => ref)).toEqual(known)
  expect(rules.map(({ ref }) => ref)).toEqual(readinessRules().map(({ ref }) => ref))
})

it('no rule claims records for a level that its clause or control cannot reach', () => {
  for (const { ref, recordedUpTo } of rules) {
    if (recordedUpTo) expect(readinessRule(ref)?.levels).toContain(recordedUpTo)
  }
})

it('every rule names the records that prove it, unless Assay keeps none yet', () => {
  for (const { records, recordedUpTo } of rules) expect(records.length > 0).toBe(recordedUpTo !== null)
})

it('no finding proves more than the rule has records for', () => {
  for (const finding of readiness(everythingRecorded(rules.map(({ ref }) => ref)))) {
    const recordedUpTo = rules.find(({ ref }) => ref === finding.ref)?.recordedUpTo
    if (recordedUpTo === null) expect(finding.level).toBe('not-yet-recorded')
    if (recordedUpTo && finding.level !== recordedUpTo && finding.level !== 'not-applicable') {
      expect(atLeast(finding.level, recordedUpTo)).toBe(false)
    }
  }
})

it('the same situation gives the same findings', () => {
  expect(readiness(full)).toEqual(readiness(structuredClone(full)))
})

it('what is applied for a control is said and cited, and proves no level by itself', () => {
  const running = { ref: 'applied-control:1', name: 'Channel', state: 'running', lastCheck: 'works' } as const
  const planned = { ref: 'applied-control:2', name: 'Poster', state: 'planned', lastCheck: null } as const
  const applied = but(full, 'controls', { applied: { 'A.8.3': [running, planned] } })
  const [before, after] = [full, applied].map((it) => readiness(it).find(({ ref }) => ref === 'A.8.3'))
  expect(after?.level).toBe(before?.level)
  expect(after?.reasons[0]).toEqual({
    kind: 'note',
    text: 'Applied for it: Channel (running, last found to work), Poster (planned).',
    cites: [
      { ref: running.ref, name: 'Channel' },
      { ref: planned.ref, name: 'Poster' },
    ],
  })
})

it('a clause is never not applicable, whatever somebody declares', () => {
  const answers = Object.fromEntries(rules.map(({ ref }) => [ref, declared('not-applicable')]))
  const findings = readiness(but(full, 'interview', { answers }))
  expect(findings.filter(({ level }) => level === 'not-applicable')).toEqual([])
})

function declared(level: Declared['level']): Declared {
  return { level, note: 'Because.', by: 'Ada Byron', on: '2026-11-01', ref: 'gap-assessment:1' }
}

const comparisons: [Declared['level'], FindingLevel, ReturnType<typeof compareLevels>][] = [
  ['operating', 'documented', 'declared-above'],
  ['documented', 'missing', 'declared-above'],
  ['missing', 'documented', 'declared-below'],
  ['documented', 'documented', null],
  ['effective', 'not-yet-recorded', null],
  ['missing', 'not-yet-recorded', null],
  ['not-applicable', 'documented', 'declared-below'],
  ['not-applicable', 'missing', null],
]

it.each(comparisons)('declared %s beside %s is %s', (said, proven, expected) => {
  expect(compareLevels(said, proven)).toBe(expected)
})

it('what a person declares stands beside the finding and changes nothing of it', () => {
  const silent = readiness(full)
  const spoken = readiness(but(full, 'interview', { answers: { '4.4': declared('effective') } }))
  const [before, after] = [silent, spoken].map((list) => list.find(({ ref }) => ref === '4.4'))
  expect(after).toEqual({ ...before, declared: declared('effective'), disagreement: 'declared-above' })
})

it('counts put stale findings apart and add up to all', () => {
  const counts = countStandings([
    { level: 'documented', stale: true },
    { level: 'documented', stale: false },
    { level: 'not-yet-recorded', stale: false },
  ])
  expect(counts).toMatchObject({ stale: 1, documented: 1, 'not-yet-recorded': 1, missing: 0 })
  const all = Object.values(countStandings(readiness(nothingRecorded(today)))).reduce((sum, count) => sum + count, 0)
  expect(all).toBe(70)
  expect(standingOf({ level: 'missing', stale: true })).toBe('missing')
})

it('no sentence promises a certificate or gives a percentage', () => {
  const texts = [nothingRecorded(today), full].flatMap((situation) =>
    readiness(situation).flatMap(({ reasons, next }) => [next, ...reasons.map(({ text }) => text)]),
  )
  for (const text of texts) expect(text).not.toMatch(/certif|%|percent|guarantee/i)
})

it('of nothing, nothing is said to hold', () => {
  const empty = but(nothingRecorded(today), 'organization', { profileMissing: ['the sector'] })
  const holding = readiness(empty).flatMap(({ reasons }) => reasons.filter(({ kind }) => kind === 'proves'))
  expect(holding).toEqual([])
})

it('names as next what its first shortfall asks for', () => {
  const noDuties = readiness(nothingRecorded(today)).find(({ ref }) => ref === 'A.3.2')
  expect(noDuties).toMatchObject({ next: 'Give somebody the role of AIMS manager.' })
  expect(noDuties?.reasons[0]?.text).toBe('Nobody holds the role of AIMS manager.')
})
