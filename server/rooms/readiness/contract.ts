import { z } from 'zod'
import { provingRecords, standings } from './model.ts'

const day = z.iso.date()
const level = z.enum([
  'missing',
  'not-yet-recorded',
  'documented',
  'implemented',
  'operating',
  'effective',
  'not-applicable',
])
const answerLevel = z.enum(['missing', 'documented', 'implemented', 'operating', 'effective', 'not-applicable'])
const reachable = z.enum(['documented', 'implemented', 'operating', 'effective'])
const standing = z.enum(standings)
const Cited = z.object({ ref: z.string(), name: z.string() })
const Counts = z.record(standing, z.number().int())

export const FindingView = z.object({
  ref: z.string(),
  key: z.string(),
  title: z.string(),
  kind: z.enum(['clause', 'control']),
  group: z.object({ ref: z.string(), title: z.string() }),
  framework: z.string(),
  level,
  stale: z.boolean(),
  standing,
  reachable: z.array(reachable),
  reasons: z.array(
    z.object({ kind: z.enum(['proves', 'lacks', 'stale', 'note']), text: z.string(), cites: z.array(Cited) }),
  ),
  next: z.string(),
  declared: z
    .object({ level: answerLevel, note: z.string(), by: z.string(), on: z.string(), ref: z.string() })
    .nullable(),
  disagreement: z.enum(['declared-above', 'declared-below']).nullable(),
})
export type FindingView = z.infer<typeof FindingView>

const Asked = z.object({
  /** the day that is looked from, UTC */
  today: z.string(),
  /** the last entry that the findings rest on */
  seq: z.number().int(),
  rulesVersion: z.string(),
})

export const ReadinessView = Asked.extend({ counts: Counts, items: z.array(FindingView), total: z.number().int() })
export type ReadinessView = z.infer<typeof ReadinessView>

export const RequirementFinding = Asked.extend({
  finding: FindingView,
  intent: z.string().nullable(),
  /** the kinds of record that prove it */
  records: z.array(z.enum(provingRecords)),
  steps: z.array(
    z.object({ level: reachable, provedBy: z.string(), next: z.string(), reached: z.boolean(), recorded: z.boolean() }),
  ),
  interval: z.object({ months: z.number().int(), triggers: z.array(z.string()) }).nullable(),
  /** since when it stood where, from the daily snapshots */
  moves: z.array(z.object({ day: z.string(), standing, rulesVersion: z.string() })),
})
export type RequirementFinding = z.infer<typeof RequirementFinding>

export const HistoryQuery = z
  .object({ from: day.optional(), to: day.optional() })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'lies before the first day' })
export const HistoryPoint = z.object({
  day: z.string(),
  seq: z.number().int(),
  rulesVersion: z.string(),
  counts: Counts,
  /** computed just now, and not yet a snapshot */
  live: z.boolean(),
})
export type HistoryPoint = z.infer<typeof HistoryPoint>

export const ChangesQuery = z.object({ since: z.coerce.number().int().min(0) })
export const Move = z.object({ ref: z.string(), key: z.string(), title: z.string(), from: standing, to: standing })
export type Move = z.infer<typeof Move>
export const ChangesView = Asked.extend({ since: z.number().int(), items: z.array(Move), total: z.number().int() })
export type ChangesView = z.infer<typeof ChangesView>
