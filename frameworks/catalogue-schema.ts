import { z } from 'zod'

const text = z.string().min(1)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const catalogFields = {
  id: z.string().regex(/^[A-Z0-9.-]+$/),
  family: text,
  title: text,
  short: text,
  publisher: text,
  edition: text,
  published: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  status: z.enum(['current', 'superseded']),
  superseded_by: text.optional(),
  kind: z.enum(['management-system', 'guidance', 'framework', 'profile', 'law']),
  certifiable: z.boolean(),
  licence: text,
  wording: z.enum(['own', 'public-domain']),
  checked_on: day,
  amendments: z.array(text).optional(),
  notes: z.array(text),
}
/** The head that every catalogue file carries, whatever follows it. */
export const catalogHead = z.object(catalogFields)
export type CatalogHead = z.infer<typeof catalogHead>

const counts = z.record(z.string(), z.number().int())
const titled = z.strictObject({ id: text, title: text })
const grouped = titled.extend({ group: text.optional() })

/** Catalogues that carry ids and titles only. */
export const plainFile = z.strictObject({
  catalog: z.strictObject({ ...catalogFields, counts: counts.optional() }),
  clauses: z.array(titled),
  principles: z.array(titled).optional(),
  annexes: z.array(titled).optional(),
  annex_a_objectives: z.array(titled).optional(),
  annex_b_risk_sources: z.array(titled).optional(),
  annex_a_themes: z.array(titled).optional(),
  tables: z.array(titled).optional(),
  controls: z.array(grouped).optional(),
})

const role = z.enum(['P', 'S', '-'])
const inOwnWords = titled.extend({ own_words: text })
const iso42001Clause = z.union([
  z.strictObject({ id: text, title: text, kind: z.literal('heading'), parent: text.optional() }),
  z.strictObject({
    id: text,
    parent: text,
    title: text,
    intent: text,
    documented_information: z.union([
      z.strictObject({ demand: z.literal('none') }),
      z.strictObject({ demand: z.enum(['maintain', 'retain']), what: z.array(text).min(1) }),
    ]),
    evidence: z.array(text).min(1),
    owner: text,
    ask: text,
  }),
])

export const iso42001File = z.strictObject({
  catalog: z.strictObject({
    ...catalogFields,
    counts,
    annexes: z.array(titled.extend({ nature: z.enum(['normative', 'informative']), note: text })),
  }),
  legend: z.record(z.string(), text),
  clauses: z.array(iso42001Clause),
  annex_a_areas: z.array(
    titled.extend({ parent: text.optional(), objective: text.optional(), kind: z.literal('heading').optional() }),
  ),
  controls: z.array(
    z.strictObject({
      id: text,
      area: text,
      title: text,
      intent: text,
      documents: z.enum(['explicit', 'implied']),
      evidence: z.array(text).min(1),
      owner: text,
      applies: z.strictObject({ developer: role, provider: role, user: role }),
    }),
  ),
  annex_c: z.strictObject({ note: text, objectives: z.array(inOwnWords), risk_sources: z.array(inOwnWords) }),
  annex_d: z.strictObject({
    note: text,
    sections: z.array(titled),
    companions_named_in_public_summaries: z.array(text),
  }),
})

const statement = z.strictObject({ id: text, text })
export const nistFile = z.strictObject({
  catalog: z.strictObject({ ...catalogFields, counts, trustworthiness_characteristics: z.array(text).length(7) }),
  functions: z.array(
    statement.extend({ categories: z.array(statement.extend({ subcategories: z.array(statement) })) }),
  ),
})

export const nistProfileFile = z.strictObject({
  catalog: z.strictObject(catalogFields),
  risks: z.array(z.strictObject({ id: text, name: text, own_words: text })),
})

const actor = z.enum([
  'provider',
  'deployer',
  'authorised_representative',
  'importer',
  'distributor',
  'gpai_provider',
  'product_manufacturer',
])
export type AiActor = z.infer<typeof actor>
const tier = z.enum(['all', 'prohibited', 'high', 'transparency', 'gpai', 'gpai_systemic'])
export type AiActTier = z.infer<typeof tier>
const amended = z.boolean().optional()
const actDate = z.strictObject({ date: day, what: text, ref: text, amended_2026: amended })

export const aiActFile = z.strictObject({
  catalog: z.strictObject({
    ...catalogFields,
    celex: text,
    eli: z.url(),
    amended_by: z.array(
      z.strictObject({ act: text, name: text, adopted: day, oj_date: day, in_force: day, eli: z.url() }),
    ),
    structure: counts,
  }),
  dates: z.array(actDate),
  original_dates_before_omnibus: z.strictObject({ annex_iii_high_risk: day, annex_i_high_risk: day, note: text }),
  omnibus_history: z.array(z.strictObject({ date: day, what: text })),
  actors: z.array(z.strictObject({ id: actor, own_words: text, ref: text })),
  legend: z.record(z.string(), text),
  chapters: z.array(titled.extend({ from: z.number().int(), to: z.number().int() })),
  obligations: z.array(
    z.strictObject({
      id: text,
      article: text,
      actor: z.array(actor).min(1),
      title: text,
      tier,
      applies_from: day,
      effective_from: day.optional(),
      amended_2026: amended,
      own_words: text,
    }),
  ),
  prohibited_practices: z.array(
    z.strictObject({ id: text, own_words: text, applies_from: day, amended_2026: amended }),
  ),
  annex_iii_areas: z.array(titled.extend({ uses: z.array(text).min(1) })),
  annex_iv_technical_documentation: z.array(z.strictObject({ id: text, heading: text })),
  penalties: z.array(z.strictObject({ ref: text, for: text, max_eur: z.number().int(), max_turnover_pct: z.number() })),
  penalty_rule: text,
  standards_note: text,
  uncertain: z.array(text),
})

/** An older edition, told as its differences from the amended text. */
export const aiActDifferencesFile = z.strictObject({
  catalog: z.strictObject(catalogFields),
  based_on: text,
  absent: z.array(text),
  high_risk_applies_from: day,
  dates: z.array(actDate),
  obligations: z.array(z.strictObject({ id: text, own_words: text })),
})
