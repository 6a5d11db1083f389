import { z } from 'zod'
import { deepFreeze, once, readData } from './load.ts'
import { requirementKey } from './requirement.ts'
import { requirement } from './requirements.ts'

const text = z.string().min(1)
const relation = z.enum(['equal', 'subset', 'superset', 'intersects'])
export type Relation = z.infer<typeof relation>
const basis = z.enum(['nist-airc', 'nist-23894', 'title-match', 'own-judgement'])
export type MappingBasis = z.infer<typeof basis>

const row = z.strictObject({
  source: text,
  source_ref: text,
  target: text,
  target_ref: text,
  relationship: relation,
  strength: z.number().int().min(1).max(10).nullable(),
  basis,
  corroborated_by: z.literal('scf-pivot').optional(),
  note: text.optional(),
})
const file = z.strictObject({
  catalog: z.strictObject({
    id: text,
    checked_on: text,
    row_count: z.number().int(),
    rows_by_basis: z.record(basis, z.number().int()),
    rows_by_pair: z.array(z.strictObject({ source: text, target: text, rows: z.number().int() })),
  }),
  mappings: z.array(row),
  gaps: z.array(z.strictObject({ framework: text, refs: z.array(text).min(1), note: text })),
})

/** One end of a mapping with the words to show; a title such as "General" carries that of its parent before it. */
export type MappingEnd = { framework: string; ref: string; key: string; title: string; intent: string | null }

/** How strongly two requirements touch, in our judgement; never a share of one that the other covers. */
export type MappingStrength = 'close' | 'partial' | 'weak' | 'not-reviewed'

/**
 * One mapping as seen from `from`, whichever way round it is stored: `subset` means `from` lies inside `to`.
 * `strength` is our judgement from 1 to 10, null where nobody judged; the words beside are for people.
 */
export type Mapping = {
  from: MappingEnd
  to: MappingEnd
  relation: Relation
  relationText: string
  strength: number | null
  strengthWord: MappingStrength
  strengthText: string
  basis: MappingBasis
  basisText: string
  ownJudgement: boolean
  corroborated: boolean
  note: string | null
}

/** What a framework asks for that the crosswalk leaves open, in our judgement. */
export type CrosswalkGap = { framework: string; refs: readonly string[]; note: string }

const relationTexts: Record<Relation, string> = {
  equal: 'asks for the same as',
  subset: 'lies inside',
  superset: 'contains',
  intersects: 'overlaps with',
}
const basisTexts: Record<MappingBasis, string> = {
  'nist-airc':
    'The pair stands in the crosswalk from the NIST AI RMF to the final draft of ISO/IEC 42001 that Microsoft gave to the NIST AI Resource Center. How the two relate is our judgement.',
  'nist-23894':
    'The pair stands in the draft crosswalk from the NIST AI RMF to the final draft of ISO/IEC 23894, function by function. How the two relate is our judgement.',
  'title-match': 'Both documents have the same heading here. The texts below it were not compared.',
  'own-judgement':
    'Our own judgement: no official mapping between these two documents was found. Check it before you rely on it.',
}
const strengthTexts: Record<MappingStrength, string> = {
  close: 'Close in subject, in our judgement',
  partial: 'Related in part, in our judgement',
  weak: 'Only loosely related, in our judgement',
  'not-reviewed': 'How close they are was not reviewed',
}
/** These bases carry a uniform 5 as a placeholder, which is no judgement. */
const placeholder = { strength: 5, bases: ['nist-airc', 'nist-23894'] as readonly MappingBasis[] }

const data = once(() => readData('crosswalk.yaml', file))
const byKey = once((): ReadonlyMap<string, readonly Mapping[]> => {
  const outgoing = data().mappings.map(mappingOf)
  const both = deepFreeze([...outgoing, ...outgoing.map(reversed)])
  return new Map(Map.groupBy(both, (mapping) => mapping.from.key))
})

/** Every mapping from or to a requirement, seen from it, in the order of the crosswalk; empty where there is none. */
export function mappingsOf(frameworkId: string, ref: string): readonly Mapping[] {
  return byKey().get(requirementKey(frameworkId, ref)) ?? []
}

/** Where a mapping comes from, in words for its reader. */
export function basisText(of: MappingBasis): string {
  return basisTexts[of]
}

/** What the crosswalk holds: rows in all, by basis, and by pair of frameworks. Counts of rows, not of coverage. */
export function crosswalk(): z.infer<typeof file>['catalog'] {
  return data().catalog
}

/** What mappings leave open, for one framework or for all. */
export function crosswalkGaps(frameworkId?: string): readonly CrosswalkGap[] {
  return data().gaps.filter((gap) => frameworkId === undefined || gap.framework === frameworkId)
}

function mappingOf(stored: z.infer<typeof row>): Mapping {
  const unjudged =
    stored.strength === null || (stored.strength === placeholder.strength && placeholder.bases.includes(stored.basis))
  const strength = unjudged ? null : stored.strength
  const strengthWord = wordOf(strength)
  return {
    from: endOf(stored.source, stored.source_ref),
    to: endOf(stored.target, stored.target_ref),
    relation: stored.relationship,
    relationText: relationTexts[stored.relationship],
    strength,
    strengthWord,
    strengthText: strengthTexts[strengthWord],
    basis: stored.basis,
    basisText: basisTexts[stored.basis],
    ownJudgement: stored.basis === 'own-judgement',
    corroborated: stored.corroborated_by !== undefined,
    note: stored.note ?? null,
  }
}

function wordOf(strength: number | null): MappingStrength {
  if (strength === null) return 'not-reviewed'
  if (strength >= 7) return 'close'
  return strength >= 4 ? 'partial' : 'weak'
}

function reversed(mapping: Mapping): Mapping {
  const mirrored: Record<Relation, Relation> = {
    equal: 'equal',
    subset: 'superset',
    superset: 'subset',
    intersects: 'intersects',
  }
  const relation = mirrored[mapping.relation]
  return { ...mapping, from: mapping.to, to: mapping.from, relation, relationText: relationTexts[relation] }
}

function endOf(framework: string, ref: string): MappingEnd {
  const found = requirement(framework, ref)
  if (!found) throw new Error(`the crosswalk names ${requirementKey(framework, ref)}, which no catalogue holds`)
  const parent = found.title === 'General' && found.parent !== null ? requirement(framework, found.parent) : undefined
  const title = parent ? `${parent.title}: ${found.title}` : found.title
  return { framework, ref, key: found.key, title, intent: found.intent }
}
