import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { annexAControls, riskLibrary, riskTaxonomies, riskTaxonomyEntries } from './index.ts'

const folder = new URL('../../shared/taxonomies/', import.meta.url)
const present = existsSync(folder)
if (!present) process.stderr.write('Skipped: the shared taxonomies are not beside the repository.\n')

const refs = new Set(riskLibrary().flatMap((risk) => risk.references.map(({ taxonomy, id }) => `${taxonomy}:${id}`)))

describe('the risk library', () => {
  it('has some forty entries, each under an id and a title of its own', () => {
    expect(riskLibrary()).toHaveLength(45)
    expect(new Set(riskLibrary().map(({ id }) => id)).size).toBe(45)
    expect(new Set(riskLibrary().map(({ title }) => title)).size).toBe(45)
  })

  it.each([
    ['mit', 24],
    ['nist', 12],
    ['owasp', 20],
  ])('answers every entry of %s', (taxonomy, count) => {
    const entries = riskTaxonomyEntries(taxonomy)
    expect(entries).toHaveLength(count)
    expect(entries.map(({ id }) => `${taxonomy}:${id}`).filter((ref) => !refs.has(ref))).toEqual([])
  })

  it('keeps no ATLAS technique that no entry refers to', () => {
    expect(riskTaxonomyEntries('atlas').filter(({ id }) => !refs.has(`atlas:${id}`))).toEqual([])
  })

  it('names controls that exist, and no control twice', () => {
    const controls = new Set(annexAControls().map(({ ref }) => ref))
    for (const { id, controls: named } of riskLibrary()) {
      expect(
        named.filter((ref) => !controls.has(ref)),
        id,
      ).toEqual([])
      expect(new Set(named).size, id).toBe(named.length)
    }
  })

  it('says the licence and the owners of each taxonomy, in the notices too', () => {
    const notices = readFileSync(new URL('./NOTICES.md', import.meta.url), 'utf8')
    for (const { licence, attribution, name } of riskTaxonomies()) {
      expect(notices).toContain(name)
      expect(notices).toContain(licence)
      expect(notices).toContain(attribution)
    }
  })
})

const Named = z.array(z.object({ id: z.string(), name: z.string() }))
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

describe.skipIf(!present)('names of the taxonomies', () => {
  it.each(['mit', 'nist', 'owasp', 'atlas'])('of %s are those of its owners', (taxonomy) => {
    const titled = z.array(z.object({ id: z.string(), title: z.string() }))
    const owasp = z.object({ llm_2025: titled, agentic_2026: titled })
    const theirs: Record<string, () => { id: string; name: string }[]> = {
      mit: () => z.object({ subdomains: Named }).parse(read('mit-ai-risk.json')).subdomains,
      nist: () => z.object({ nist_600_1: Named }).parse(read('genai-risks.json')).nist_600_1,
      owasp: () =>
        Object.values(owasp.parse(read('owasp-genai.json')))
          .flat()
          .map(({ id, title }) => ({ id, name: title })),
      atlas: () => z.object({ techniques: Named }).parse(read('mitre-atlas.json')).techniques,
    }
    const names = new Map(theirs[taxonomy]?.().map(({ id, name }) => [id, name]))
    for (const { id, name } of riskTaxonomyEntries(taxonomy)) expect(names.get(id), id).toBe(name)
  })
})
