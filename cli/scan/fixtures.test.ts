import { describe, expect, test } from 'vitest'
import { byPlace, byText } from './model.ts'
import { place, scanFixtures, scoreOf } from './score-fixtures.ts'

const cases = await scanFixtures()

test('finds what the labels say with precision and recall of at least 0.95', () => {
  const { precision, recall, cases: number } = scoreOf(cases)
  expect(number).toBeGreaterThanOrEqual(25)
  expect(precision).toBeGreaterThanOrEqual(0.95)
  expect(recall).toBeGreaterThanOrEqual(0.95)
})

describe.each(cases)('$name', ({ labels, scan }) => {
  test(labels.about, () => {
    expect(scan.findings.map(place).toSorted()).toEqual(labels.expected.map(place).toSorted())
    expect(scan.problems).toEqual([])
  })

  test('gives nothing for its near misses', () => {
    const quiet = new Set(labels.quiet)
    expect(scan.findings.filter(({ file }) => quiet.has(file))).toEqual([])
  })

  test('puts every finding into exactly one system, in the order of places', () => {
    expect(scan.systems.flatMap(({ findings }) => findings).toSorted(byPlace)).toEqual(scan.findings)
    expect(scan.findings.toSorted(byPlace)).toEqual(scan.findings)
    const roots = scan.systems.map(({ root }) => root)
    expect(new Set(roots).size).toBe(roots.length)
    expect(roots.toSorted(byText)).toEqual(roots)
  })
})

const withSystems = cases.filter(({ labels }) => labels.systems)
const withSkipped = cases.filter(({ labels }) => labels.skipped)
const withNotRead = cases.filter(({ labels }) => labels.notRead)

test.each(withSystems)('names its candidate systems after their manifests: $name', ({ labels, scan }) => {
  expect(scan.systems.map(({ name, root }) => ({ name, root }))).toEqual(labels.systems)
})

test.each(withSkipped)('says which folders it left out: $name', ({ labels, scan }) => {
  expect(scan.skipped.map(({ path }) => path)).toEqual(labels.skipped)
})

test.each(withNotRead)('says which files it did not read: $name', ({ labels, scan }) => {
  expect(scan.notRead.map(({ file }) => file)).toEqual(labels.notRead)
})
