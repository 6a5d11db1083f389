import { describe, expect, it } from 'vitest'
import { framework, frameworks } from './framework.ts'
import { parseRequirementKey, plantTree, requirementKey } from './requirement.ts'
import {
  annexAControls,
  auditableClauses,
  childrenOf,
  requirement,
  requirementByKey,
  requirementsOf,
} from './requirements.ts'

const clauses =
  '4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1.1 6.1.2 6.1.3 6.1.4 6.2 6.3 7.1 7.2 7.3 7.4 7.5.1 7.5.2 7.5.3 8.1 8.2 8.3 8.4 ' +
  '9.1 9.2.1 9.2.2 9.3.1 9.3.2 9.3.3 10.1 10.2'
const controls =
  'A.2.2 A.2.3 A.2.4 A.3.2 A.3.3 A.4.2 A.4.3 A.4.4 A.4.5 A.4.6 A.5.2 A.5.3 A.5.4 A.5.5 A.6.1.2 A.6.1.3 A.6.2.2 ' +
  'A.6.2.3 A.6.2.4 A.6.2.5 A.6.2.6 A.6.2.7 A.6.2.8 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6 A.8.2 A.8.3 A.8.4 A.8.5 A.9.2 ' +
  'A.9.3 A.9.4 A.10.2 A.10.3 A.10.4'

const refs = (list: readonly { ref: string }[]) => list.map((one) => one.ref)
const of = (id: string, kind: string) => requirementsOf(id).filter((one) => one.kind === kind && !one.heading)
const control = (ref: string) => requirement('ISO-42001-2023', ref)

describe('the catalogue of ISO/IEC 42001', () => {
  it('has the 32 auditable clauses of the standard in its order', () => {
    expect(refs(auditableClauses())).toEqual(clauses.split(' '))
  })

  it('has the 38 controls of Annex A in its order, 3-2-5-4-9-5-4-3-3 by area', () => {
    expect(refs(annexAControls())).toEqual(controls.split(' '))
    const areas = childrenOf('ISO-42001-2023', 'A').map(({ ref }) => ref)
    expect(areas).toEqual(['A.2', 'A.3', 'A.4', 'A.5', 'A.6', 'A.7', 'A.8', 'A.9', 'A.10'])
    const counts = areas.map((area) => annexAControls().filter(({ ref }) => ref.startsWith(`${area}.`)).length)
    expect(counts).toEqual([3, 2, 5, 4, 9, 5, 4, 3, 3])
  })

  it('has ten control objectives, eleven organisational objectives and seven risk sources', () => {
    const areas = requirementsOf('ISO-42001-2023').filter(({ kind, ref }) => kind === 'area' && ref.startsWith('A.'))
    expect(areas.filter(({ intent }) => intent !== null)).toHaveLength(10)
    expect(of('ISO-42001-2023', 'objective')).toHaveLength(11)
    expect(of('ISO-42001-2023', 'risk-source')).toHaveLength(7)
  })

  it('gives Annex B no rows, since its guidance is never a row of the Statement of Applicability', () => {
    expect(control('B')).toMatchObject({ heading: true, parent: null })
    expect(childrenOf('ISO-42001-2023', 'B')).toEqual([])
  })

  it('binds 27 of the 38 controls to a document of their own once they are included', () => {
    const binding = annexAControls().filter((one) => one.documentedInformation?.demand === 'if-included')
    expect(binding).toHaveLength(27)
  })

  it.each(['4.1', '4.2', '5.3', '6.3', '7.1', '7.4'])(
    'demands no document of clause %s, often wrongly listed',
    (ref) => {
      expect(control(ref)?.documentedInformation).toEqual({ demand: 'none', what: [] })
    },
  )

  it.each([
    ['A.8.3', /report harmful effects of the system to you.*not publishing/],
    ['A.9.2', /used responsibly inside the organisation/],
    ['A.10.2', /partners, suppliers, customers/],
    ['A.3.3', /safe channel to raise worries/],
    ['A.6.2.7', /technical documents each audience needs/],
  ])('describes %s as what it is, not as invented lists have it', (ref, meaning) => {
    expect(control(ref)?.intent).toMatch(meaning)
  })

  it.each(['A.9.2', 'A.9.3', 'A.9.4', 'A.10.3', 'A.5.2', 'A.5.4'])('asks %s of those who only use AI', (ref) => {
    expect(control(ref)?.applies?.user).toBe('P')
  })

  it('carries none of the scrambled numbers that circulate', () => {
    expect(['6.1.5', 'A.2.1', 'A.2.5', 'A.6.3', 'A.11'].filter((ref) => control(ref))).toEqual([])
  })
})

describe('the other catalogues', () => {
  it.each([
    ['NIST-AI-RMF-1.0', 'subcategory', 72],
    ['NIST-AI-600-1', 'risk', 12],
    ['EU-AI-ACT', 'obligation', 43],
    ['EU-AI-ACT', 'prohibition', 10],
    ['EU-AI-ACT', 'high-risk-area', 8],
    ['EU-AI-ACT', 'documentation-heading', 9],
    ['EU-AI-ACT-2024', 'obligation', 42],
    ['EU-AI-ACT-2024', 'prohibition', 8],
    ['ISO-27001-2022', 'control', 93],
    ['ISO-27701-2025', 'control', 78],
    ['ISO-27701-2019', 'control', 49],
    ['ISO-31000-2018', 'principle', 8],
  ])('%s has its %s entries, %i of them', (id, kind, count) => {
    expect(of(id, kind)).toHaveLength(count)
    expect(framework(id)?.counts).toMatchObject({ [kind]: count })
  })

  it.each([
    ['NIST-AI-RMF-1.0', { 'GOVERN ': 19, 'MAP ': 18, 'MEASURE ': 22, 'MANAGE ': 13 }, 'subcategory'],
    ['ISO-27001-2022', { 'A.5.': 37, 'A.6.': 8, 'A.7.': 14, 'A.8.': 34 }, 'control'],
    ['ISO-27701-2025', { 'A.1.': 31, 'A.2.': 18, 'A.3.': 29 }, 'control'],
    ['ISO-27701-2019', { 'A.7.': 31, 'B.8.': 18 }, 'control'],
  ])('%s is whole in each of its parts', (id, parts, kind) => {
    for (const [start, count] of Object.entries(parts)) {
      expect([start, of(id, kind).filter(({ ref }) => ref.startsWith(start)).length]).toEqual([start, count])
    }
  })

  it('has nineteen categories under four functions in the AI RMF', () => {
    const functions = requirementsOf('NIST-AI-RMF-1.0').filter(({ kind }) => kind === 'function')
    expect(refs(functions)).toEqual(['GOVERN', 'MAP', 'MEASURE', 'MANAGE'])
    expect(functions.flatMap(({ ref }) => childrenOf('NIST-AI-RMF-1.0', ref))).toHaveLength(19)
  })

  it('puts back the hyphens that the public copies of the AI RMF lost', () => {
    expect(requirement('NIST-AI-RMF-1.0', 'MAP 1.1')?.intent).toContain('context-specific laws')
    expect(requirement('NIST-AI-RMF-1.0', 'MEASURE 4.3')?.intent).toContain('context-relevant risks')
  })

  it('keeps both calendars of the AI Act for high-risk duties', () => {
    expect(requirement('EU-AI-ACT', 'AIA-9')?.law?.appliesFrom).toBe('2027-12-02')
    expect(requirement('EU-AI-ACT-2024', 'AIA-9')?.law?.appliesFrom).toBe('2026-08-02')
    expect(requirement('EU-AI-ACT', 'AIA-50-1')?.law?.appliesFrom).toBe('2026-08-02')
    expect(requirement('EU-AI-ACT-2024', 'AIA-4a')).toBeUndefined()
  })
})

describe('every framework', () => {
  it.each(frameworks().map((one) => [one.id, one] as const))('%s is a tree with one place for each ref', (id) => {
    const nodes = requirementsOf(id)
    const seen = new Map<string, number>()
    for (const node of nodes) {
      if (node.parent !== null) expect([node.ref, seen.get(node.parent)]).toEqual([node.ref, node.depth - 1])
      else expect([node.ref, node.depth]).toEqual([node.ref, 0])
      expect(requirementByKey(node.key)).toBe(node)
      seen.set(node.ref, node.depth)
    }
    expect(seen.size).toBe(nodes.length)
    expect(nodes.length).toBeGreaterThan(0)
  })

  it('can be certified only where a certificate exists', () => {
    const certifiable = frameworks().filter((one) => one.certifiable)
    expect(certifiable.map(({ id }) => id)).toEqual([
      'ISO-42001-2023',
      'ISO-27001-2022',
      'ISO-27701-2025',
      'ISO-27701-2019',
      'ISO-9001-2015',
      'ISO-22301-2019',
    ])
  })

  it('shows editions of one text side by side, the newest first', () => {
    expect(framework('ISO-27701-2019')).toMatchObject({
      editions: ['ISO-27701-2025', 'ISO-27701-2019'],
      supersededBy: 'ISO-27701-2025',
    })
    expect(framework('EU-AI-ACT')).toMatchObject({
      editions: ['EU-AI-ACT', 'EU-AI-ACT-2024'],
      supersedes: 'EU-AI-ACT-2024',
    })
    for (const one of frameworks()) expect(one.editions).toContain(one.id)
  })

  it('cannot be changed by whoever reads it', () => {
    const first = auditableClauses()[0]
    expect(first).toBeDefined()
    expect(() => Object.assign(first ?? {}, { title: 'Something else' })).toThrow(TypeError)
    expect(() => Object.assign(first?.evidence ?? {}, { 0: 'nothing' })).toThrow(TypeError)
  })
})

describe('a requirement key', () => {
  it('joins framework and ref and comes apart again, refs with spaces and brackets included', () => {
    for (const key of ['ISO-42001-2023/6.1.2', 'NIST-AI-RMF-1.0/GOVERN 1.1', 'EU-AI-ACT/5(1)(a)']) {
      const parts = parseRequirementKey(key)
      expect(parts && requirementKey(parts.framework, parts.ref)).toBe(key)
      expect(requirementByKey(key)?.key).toBe(key)
    }
  })

  it.each(['', '6.1.2', '/6.1.2', 'ISO-42001-2023/'])('is not read out of %j', (text) => {
    expect(parseRequirementKey(text)).toBeUndefined()
  })

  it('names nothing where the framework or the ref is unknown', () => {
    expect(requirement('ISO-42001-2023', '9.9')).toBeUndefined()
    expect(requirementsOf('ISO-1')).toEqual([])
    expect(framework('ISO-1')).toBeUndefined()
  })

  it('belongs to one node: a catalogue that names a ref twice is a bug', () => {
    const node = { ref: '4', title: 'Twice', kind: 'clause', intent: null } as const
    expect(() => plantTree('X', [node, node])).toThrow('names a ref twice')
  })
})
