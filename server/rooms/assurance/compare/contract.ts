import { z } from 'zod'
import { RunView } from '../contract.ts'
import { verdicts } from '../model.ts'

/** Where a number stands: of everybody, of a group, of a gap between two, of a column, in the mix of groups, of a check, or as imported. */
export const rowParts = ['everybody', 'group', 'gap', 'column', 'mix', 'check', 'value'] as const

/** Why nothing is said about chance. */
export const silences = [
  'undefined',
  'no-interval',
  'one-side-only',
  'same-file',
  'same-rows-perhaps',
  'other-definition',
  'other-confidence',
  'against-a-reference',
  'whole-file',
  'tool-unknown',
] as const

const Group = z.array(z.string().nullable())

const SideView = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  method: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** why there is no value */
  reason: z.string().nullable(),
  verdict: z.enum([...verdicts, 'not-required']).nullable(),
  /** what was asked of it */
  limit: z.object({ least: z.number().nullable(), most: z.number().nullable() }).nullable(),
})
export type SideView = z.infer<typeof SideView>

export const ComparedRow = z.object({
  part: z.enum(rowParts),
  /** the attribute or the columns that it is about; of a check, its name first */
  of: z.array(z.string()),
  group: Group,
  /** of a gap: what the group is compared with; empty for everybody else */
  against: Group.nullable(),
  measure: z.string(),
  unit: z.enum(['share', 'number']),
  /** null where that run has no such row */
  before: SideView.nullable(),
  after: SideView.nullable(),
  /** after − before; with an interval where both are estimates of independent rows */
  change: z.object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    method: z.enum(['newcombe', 'mover']).nullable(),
    /** whether chance alone would hardly give such a change; null where nothing can be said */
    beyondNoise: z.boolean().nullable(),
    silence: z.enum(silences).nullable(),
  }),
  verdictChanged: z.boolean(),
})
export type ComparedRow = z.infer<typeof ComparedRow>

/** What is not alike about how the two were measured. */
export const NoteView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('other-engine'), before: z.string(), after: z.string() }),
  z.object({ kind: z.literal('other-rules'), before: z.string(), after: z.string() }),
  z.object({ kind: z.literal('other-definition'), keys: z.array(z.string()), limitsOnly: z.boolean() }),
  z.object({ kind: z.literal('other-reference') }),
  z.object({ kind: z.literal('same-file') }),
  z.object({ kind: z.literal('same-rows-perhaps') }),
])
export type NoteView = z.infer<typeof NoteView>

// the page imports this file, and the platform has no place in a browser
export const ComparisonQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
  with: z.uuid().meta({ description: 'The earlier run, that this one is compared with' }),
  show: z
    .enum(['all', 'changed'])
    .default('all')
    .meta({ description: 'changed: rows whose verdict changed, whose change is beyond noise, or that one run lacks' }),
})
export type ComparisonQuery = z.infer<typeof ComparisonQuery>

export const ComparisonView = z.object({
  before: RunView,
  after: RunView,
  notes: z.array(NoteView),
  summary: z.object({
    rows: z.number().int(),
    changed: z.number().int(),
    verdictsChanged: z.number().int(),
    /** changes whose interval could be made, those beyond noise, and how many of them chance alone would give */
    tested: z.number().int(),
    beyondNoise: z.number().int(),
    byChance: z.number(),
    confidence: z.number(),
  }),
  items: z.array(ComparedRow),
  next: z.string().nullable(),
  total: z.number().int(),
})
export type ComparisonView = z.infer<typeof ComparisonView>
