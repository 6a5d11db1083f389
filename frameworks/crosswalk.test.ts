import { describe, expect, it } from 'vitest'
import { basisText, crosswalk, crosswalkGaps, mappingsOf } from './crosswalk.ts'
import { frameworks } from './framework.ts'
import { annexAControls, auditableClauses, requirement, requirementsOf } from './requirements.ts'

const all = frameworks().flatMap(({ id }) => requirementsOf(id).flatMap(({ ref }) => mappingsOf(id, ref)))
const count = (keys: readonly string[]) =>
  keys.reduce<Record<string, number>>((sum, key) => ({ ...sum, [key]: (sum[key] ?? 0) + 1 }), {})

describe('the crosswalk', () => {
  it('has every row once from each end, and each end in its catalogue', () => {
    expect(crosswalk().row_count).toBe(654)
    expect(all).toHaveLength(2 * 654)
    expect(new Set(all.map(({ from, to }) => `${from.key} ${to.key}`)).size).toBe(all.length)
    for (const { to } of all) expect(requirement(to.framework, to.ref)?.key).toBe(to.key)
  })

  it('has as many rows by basis and by pair as it says', () => {
    const bases = count(all.map(({ basis }) => basis))
    for (const [basis, rows] of Object.entries(crosswalk().rows_by_basis)) expect(bases[basis]).toBe(2 * rows)
    const pairs = count(all.map(({ from, to }) => `${from.framework} ${to.framework}`))
    for (const { source, target, rows } of crosswalk().rows_by_pair) expect(pairs[`${source} ${target}`]).toBe(rows)
  })

  it('leads from each of the 70 to somewhere and never to a heading of ISO/IEC 42001 clauses', () => {
    for (const { ref } of [...auditableClauses(), ...annexAControls()]) {
      expect([ref, mappingsOf('ISO-42001-2023', ref).length > 0]).toEqual([ref, true])
    }
    const headings = requirementsOf('ISO-42001-2023').filter(({ heading }) => heading)
    expect(headings.flatMap(({ ref }) => mappingsOf('ISO-42001-2023', ref))).toEqual([])
  })

  it('reads the relation from the end that is asked', () => {
    const [there] = mappingsOf('NIST-AI-RMF-1.0', 'MAP 1.5')
    const back = mappingsOf('ISO-42001-2023', '6.1.1').find(({ to }) => to.ref === 'MAP 1.5')
    expect(there).toMatchObject({ relation: 'subset', relationText: 'lies inside', to: { ref: '6.1.1' } })
    expect(back).toMatchObject({ relation: 'superset', relationText: 'contains', strength: there?.strength })
  })

  it('says so wherever a mapping is our own judgement, and only there', () => {
    for (const mapping of all) {
      expect(mapping.ownJudgement).toBe(mapping.basisText.startsWith('Our own judgement'))
      expect(mapping.basisText).toBe(basisText(mapping.basis))
    }
    expect(all.filter(({ ownJudgement }) => ownJudgement)).toHaveLength(2 * 323)
  })

  it('never says that two requirements are equal, since nobody compared the licensed texts', () => {
    expect(all.filter(({ relation }) => relation === 'equal')).toEqual([])
  })

  it('gives no strength where it was not judged', () => {
    const mapping = mappingsOf('NIST-AI-RMF-1.0', 'GOVERN').find(({ to }) => to.ref === '5.2')
    expect(mapping).toMatchObject({ basis: 'nist-23894', strength: null, strengthWord: 'not-reviewed' })
    expect(mappingsOf('ISO-42001-2023', 'C.2.1')[0]).toMatchObject({ basis: 'title-match', strength: null })
    expect(mappingsOf('ISO-42001-2023', 'A.6.2.8').find(({ to }) => to.ref === 'AIA-12')).toMatchObject({
      strength: 8,
      strengthWord: 'close',
    })
  })

  it('never speaks of percentages', () => {
    expect(JSON.stringify([all, crosswalkGaps()])).not.toMatch(/%|per ?cent/i)
  })

  it('names the parent where a title alone says nothing', () => {
    const mapping = mappingsOf('NIST-AI-RMF-1.0', 'MAP 1.5')[0]
    expect(mapping?.to.title).toBe('Actions to address risks and opportunities: General')
  })

  it('names what it leaves open by refs that exist', () => {
    for (const { framework, refs } of crosswalkGaps()) {
      for (const ref of refs) expect([ref, requirement(framework, ref)?.ref]).toEqual([ref, ref])
    }
    expect(crosswalkGaps('EU-AI-ACT').map(({ refs }) => refs[0])).toContain('AIA-5')
    expect(mappingsOf('EU-AI-ACT', 'AIA-5')).toEqual([])
  })
})
