import { describe, expect, it } from 'vitest'
import { expectNear } from '../../test/measures/near.ts'
import { readReference, referencePresent } from '../../test/measures/reference-files.ts'
import { benjaminiHochberg, bonferroni, holm } from './multiplicity.ts'

describe('p-values adjusted for a family', () => {
  it.each([
    { name: 'holm', adjusted: holm, expected: [0.04, null, 0.03, 1] },
    { name: 'Benjamini–Hochberg', adjusted: benjaminiHochberg, expected: [0.03, null, 0.03, 1] },
    { name: 'Bonferroni', adjusted: bonferroni, expected: [0.06, null, 0.03, 1] },
  ])('leave an undefined test out of the family and at its place: $name', ({ adjusted, expected }) => {
    const got = adjusted([0.02, null, 0.01, 1])
    expect(got.map((p) => (p === null ? null : Number(p.toFixed(12))))).toEqual(expected)
  })

  it.each([holm, benjaminiHochberg, bonferroni])('never fall below the p-values themselves nor pass 1', (adjusted) => {
    const raw = [0.9, 0.5, 1e-300, 0.04, 0.04, 0, 0.97]
    for (const [at, p] of adjusted(raw).entries()) {
      expect(p).toBeGreaterThanOrEqual(raw[at] ?? 0)
      expect(p).toBeLessThanOrEqual(1)
    }
  })

  it('are empty for an empty family', () => expect(holm([])).toEqual([]))

  it('refuse what is no p-value', () => expect(() => holm([Number.NaN])).toThrow('between 0 and 1, not NaN'))
})

describe.skipIf(!referencePresent)('the adjusted p-values of the reference file', () => {
  type Family = Record<'p' | 'holm' | 'fdr_bh' | 'bonferroni', number[]>
  const family = referencePresent ? readReference<{ multiple_testing: Family }>('intervals').multiple_testing : null

  it.each([
    { name: 'holm' as const, adjusted: holm },
    { name: 'fdr_bh' as const, adjusted: benjaminiHochberg },
    { name: 'bonferroni' as const, adjusted: bonferroni },
  ])('are met: $name', ({ name, adjusted }) => {
    const got = adjusted(family?.p ?? [])
    for (const [at, expected] of (family?.[name] ?? []).entries()) expectNear(got[at], expected, 1e-9, `${name} ${at}`)
  })
})
