import { z } from 'zod'
import { Said } from '#kernel/said.ts'

/** As many rows as one change carries: each leaves its facts in the one entry of the log. */
export const mostRows = 500

/** As many rows as are changed in slices, one change and one entry each. */
export const mostOrdered = 10_000

const row = z.strictObject({ id: z.uuid(), version: z.number().int().min(1) })

const rowsUpTo = (most: number) =>
  z
    .array(row)
    .min(1)
    .max(most)
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, 'names a row twice')

/** One change of many rows, each at the version that was looked at. */
export const BulkEdit = z.strictObject({
  change: z.string().min(1).max(60),
  /** what each record's own route is sent: `{ "owner": "…" }`, `{ "reason": "…" }` */
  given: z.record(z.string().max(60), z.unknown()).default({}),
  rows: rowsUpTo(mostRows),
})
export type BulkEdit = z.infer<typeof BulkEdit>

/** With `partial` those rows are changed that can be; without it none where one of them cannot. */
export const BulkOrder = BulkEdit.extend({ partial: z.boolean().default(false) })

/** The same of more rows than one entry holds, as later work. Those that cannot be changed are left and named. */
export const SlicedOrder = BulkEdit.extend({ rows: rowsUpTo(mostOrdered) })
export type SlicedOrder = z.infer<typeof SlicedOrder>
export const Begun = z.object({ id: z.uuid(), job: z.uuid() })

export const Choice = z.strictObject({
  /** filter and search words, as the list takes them */
  query: z.record(z.string().max(60), z.string().max(2000)),
})
export const Chosen = z.object({ rows: z.array(row), total: z.number().int() })

export const RowOutcome = z.object({
  id: z.uuid(),
  name: z.string(),
  before: z.string(),
  after: z.string(),
  outcome: z.enum(['changes', 'same', 'refused']),
  /** why it is refused, in words; and the same in parts, so that a page can say it in the reader's language */
  why: z.string().nullable(),
  says: z.array(Said),
})
export type RowOutcome = z.infer<typeof RowOutcome>

export const BulkPreview = z.object({
  rows: z.array(RowOutcome),
  changing: z.number().int(),
  refused: z.number().int(),
})
export const BulkDone = z.object({ id: z.uuid(), changed: z.number().int(), refused: z.array(RowOutcome) })
export const BulkUndone = z.object({
  undone: z.number().int(),
  /** rows that stay as they are, and why */
  kept: z.array(z.object({ id: z.uuid(), name: z.string(), why: z.string(), says: z.array(Said) })),
})
export type BulkUndone = z.infer<typeof BulkUndone>

export const BulkEditFilter = z.object({ list: z.string().max(200).optional() })
export const BulkEditView = z.object({
  id: z.uuid(),
  list: z.string(),
  change: z.string(),
  given: z.record(z.string(), z.unknown()),
  state: z.enum(['under-way', 'done', 'stopped', 'undoing', 'undone']),
  /** rows that were changed */
  rows: z.number().int(),
  /** rows that were chosen and are not changed: refused, or not reached before it was called off */
  left: z.number().int(),
  /** rows that an undo left as they were, since they had been changed again */
  kept: z.number().int(),
  doneBy: z.string(),
  doneAt: z.date(),
})
/** A row that was chosen and not changed, and why; without a reason it was not reached. */
export const LeftRow = z.object({ id: z.uuid(), name: z.string(), why: z.string().nullable(), says: z.array(Said) })
export type BulkEditView = z.infer<typeof BulkEditView>
