import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { compareVersions, factSentences, idsIn, sayColumn, sayFact } from './model.ts'
import { pastOf } from './rules/say-fact.ts'

const server = fileURLToPath(new URL('../../', import.meta.url))

/** Every source file whose changes state facts. */
const sources = ['rooms', 'platform', 'app'].flatMap((folder) =>
  readdirSync(join(server, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|generated/.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(server, folder, path), 'utf8') })),
)

/** `'noun.did'` where a file speaks of facts: the last word of the verb is a participle, before a particle if any. */
const literal = /'([a-z]{3,}(?:-[a-z]+)*\.(?:[a-z]+-)*([a-z]+))'/g
const particle = /-(for|out|in|up|off|on|to|over|back|into|down|away|use)$/
const participles = new RegExp(
  `ed$|^(${[...Object.keys(pastOf), 'sent', 'put', 'made', 'lost', 'found', 'brought', 'current', 'effect'].join('|')})$`,
)
const written = sources.flatMap(({ text }) =>
  Array.from(text.matchAll(literal), ([, type = '']) => type).filter((type) =>
    participles.test((type.split('.')[1] ?? '').replace(particle, '').replace(particle, '').split('-').at(-1) ?? ''),
  ),
)

/** Facts whose type is put together; a new place of that kind has to be told here. */
const composed: Record<string, { nouns: string[]; verbs: string[] }> = {
  'rooms/organization/review.ts': { nouns: ['context', 'interested-parties', 'scope'], verbs: ['reviewed'] },
  'rooms/organization/register.ts': {
    nouns: ['context-issue', 'interested-party', 'process'],
    verbs: ['recorded', 'edited', 'withdrawn', 'restored'],
  },
  'rooms/ai-systems/components/register.ts': {
    nouns: ['model', 'dataset', 'prompt', 'agent'],
    verbs: ['registered', 'edited', 'retired', 'reinstated', 'reviewed', 'supplier-changed'],
  },
  'rooms/ai-systems/components/versions.ts': {
    nouns: ['model', 'dataset', 'prompt', 'agent'],
    verbs: ['version-added', 'version-made-current', 'version-withdrawn'],
  },
  'rooms/screening/business-case.ts': { nouns: ['deal', 'competitor'], verbs: ['restored', 'withdrawn'] },
  'rooms/screening/answer.ts': { nouns: ['screening'], verbs: ['begun', 'answered', 'concluded', 'abandoned'] },
  'rooms/evidence/review.ts': { nouns: ['evidence'], verbs: ['accepted', 'rejected'] },
  'rooms/imports/take-in.ts': { nouns: ['import'], verbs: ['uploaded', 'checked', 'discarded'] },
  'rooms/imports/carry-out.ts': { nouns: ['import'], verbs: ['commit-begun', 'undo-begun', 'committed', 'undone'] },
}

const types = [
  ...new Set([
    ...written,
    ...Object.values(composed).flatMap(({ nouns, verbs }) =>
      nouns.flatMap((noun) => verbs.map((it) => `${noun}.${it}`)),
    ),
    ...Object.keys(factSentences),
  ]),
].toSorted()

const pasts = new Set([
  ...Object.values(pastOf),
  'sent',
  'put',
  'made',
  'lost',
  'found',
  'brought',
  'let',
  'said',
  'kept',
  'left',
])

describe('what a fact says', () => {
  it('is asked of every fact that the code states', () => {
    expect(types.length).toBeGreaterThan(150)
    const places = sources
      .filter(({ text }) => /type: `(\$\{[^`]*\}\.|[a-z-]+\.\$\{)/.test(text))
      .map(({ path }) => path)
    expect(places.filter((path) => !composed[path])).toEqual([])
  })

  test.each(types)('%s is a sentence: a verb in the past, and nothing of how it is stored', (type) => {
    const text = sayFact(type)
    expect(text).toMatch(/^[a-z]+ [A-Za-z0-9 ,/’-]+$/)
    expect(text).not.toMatch(/_|:|[0-9a-f]{8}-[0-9a-f]{4}/)
    const [verb = ''] = text.split(' ')
    expect(pasts.has(verb) || verb.endsWith('ed')).toBe(true)
    expect(Object.keys(pastOf)).not.toContain(verb)
    // a noun or verb that keeps its dash is a name of ours, not a word
    expect(text.match(/\b[a-z]+-[a-z]+\b/g)?.filter((word) => !word.startsWith('fine-tune')) ?? []).toEqual([])
  })

  test.each([
    ['ai-system.put-into-use', 'put the AI system into use'],
    ['context-issue.withdrawn', 'withdrew the context issue'],
    ['model.version-made-current', 'made another version current of the model'],
    ['risk-treatment.given-back', 'gave the risk treatment back'],
    ['audit.asked-for', 'asked for the audit'],
    ['incident.owner-chosen', 'chose the owner of the incident'],
    ['api-incident.undone', 'undid the API incident'],
  ])('%s says "%s"', (type, text) => {
    expect(sayFact(type)).toBe(text)
  })
})

const anne = '01900000-0000-7000-8000-000000000001'
const lost = '01900000-0000-7000-8000-000000000002'
const reading = {
  personal: new Set(['name']),
  secret: new Set(['token_hash']),
  coded: new Set(['state', 'kind']),
  names: new Map([
    [anne, 'Anne'],
    [`ai-system:${lost}`, 'Credit model'],
  ]),
}
const after = (columns: Record<string, unknown>) =>
  compareVersions(undefined, { columns, erased: false }, reading).map(({ after: text }) => text)

describe('what changed in a record', () => {
  test.each([
    ['due_on', 'Due on'],
    ['owner_id', 'Owner'],
    ['iso_roles_by', 'Roles under ISO/IEC 22989 confirmed by'],
    ['eu_presence', 'EU presence'],
    ['peopleCount', 'People count'],
  ])('calls the column %s "%s"', (column, name) => {
    expect(sayColumn(column)).toBe(name)
  })

  test.each([
    [{ state: 'in-use' }, 'in use'],
    [{ kind: 'ai-policy' }, 'AI policy'],
    [{ note: 'well-known-word' }, 'well-known-word'],
    [{ collector: `person:${anne}` }, 'Anne'],
    [{ subject: `ai-system:${lost}` }, 'Credit model'],
    [{ subject: `dataset:${lost}` }, 'the dataset'],
    [{ authors: [anne, lost] }, 'Anne, a record without a name'],
    [{ answered_at: '2026-01-26T14:06:15.348+00:00' }, '2026-01-26 14:06 UTC'],
    [{ demo: true }, 'yes'],
    [{ token_hash: 'abc' }, 'changed (not shown)'],
    [{ figures: { sampleSize: 3, note: null, owner: anne } }, 'Sample size: 3\nOwner: Anne'],
    [{ reasons: [{ kind: 'proves', text: 'Complete.', cites: [] }] }, '– Kind: proves\n  Text: Complete.'],
  ])('shows %j as "%s"', (columns, text) => {
    expect(after(columns)).toEqual([text])
  })

  it('leaves out what says nothing, before and after', () => {
    expect(after({ answers: {}, note: '', cites: [] })).toEqual([])
    expect(after({ inherent_id: lost })).toEqual([])
  })

  it('knows the ids and references inside of lists and structures', () => {
    expect(idsIn({ by: [anne], cites: [{ ref: `task:${lost}` }], url: 'https://a.example' })).toEqual({
      ids: [anne],
      refs: [`task:${lost}`],
    })
  })
})

test('columns that say nothing to people are told only where an entry is proven', () => {
  const after = { columns: { seq: 7, job_id: 'x', definition: '{}', definition_sha256: 'ab' }, erased: false }
  const plain = { personal: new Set<string>(), secret: new Set<string>(), coded: new Set<string>(), names: new Map() }
  const fields = (whole: boolean) => compareVersions(undefined, after, { ...plain, whole }).map(({ field }) => field)
  expect(fields(false)).toEqual(['Hash of the definition'])
  expect(fields(true)).toEqual(['Seq', 'Job', 'Definition', 'Hash of the definition'])
  const nameless = { columns: { inherent_id: '01a202e6-f6ad-776e-86c2-fd26e71e5000' }, erased: false }
  expect(compareVersions(undefined, nameless, plain)).toEqual([])
  expect(compareVersions(undefined, nameless, { ...plain, whole: true })).toHaveLength(1)
})
