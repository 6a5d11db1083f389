import { z } from 'zod'

const name = z.string().trim().min(1).max(80)
const query = z.record(z.string().max(60), z.string().max(2000))
const columns = z.array(z.string().min(1).max(100)).max(100)

/** A list under a name: `list` is its address in the API (`/tasks`), `page` which of a page's lists it is, where there are several. */
export const ViewDraft = z.strictObject({
  list: z.string().min(2).max(200),
  page: z.string().max(60).default(''),
  name,
  /** filter, search words and order, as the list takes them */
  query,
  /** the columns shown, in order; none: those that the page shows by itself */
  columns: columns.default([]),
})
export type ViewDraft = z.infer<typeof ViewDraft>

export const ViewEdit = z.strictObject({ name, query, columns }).partial()
export type ViewEdit = z.infer<typeof ViewEdit>

export const ViewFilter = z.object({ list: z.string().max(200), page: z.string().max(60).optional() })
export type ViewFilter = z.infer<typeof ViewFilter>

export const SavedView = z.object({
  id: z.uuid(),
  list: z.string(),
  page: z.string(),
  name: z.string(),
  query,
  columns: z.array(z.string()),
  shared: z.boolean(),
  /** who keeps it, or who shared it */
  owner: z.object({ id: z.uuid(), name: z.string() }),
  changedAt: z.date(),
})
export type SavedView = z.infer<typeof SavedView>
