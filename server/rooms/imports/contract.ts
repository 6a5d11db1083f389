import { z } from 'zod'

export const RegisterView = z.object({
  name: z.string(),
  label: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      required: z.boolean(),
      help: z.string(),
      aliases: z.array(z.string()),
    }),
  ),
})
export type RegisterView = z.infer<typeof RegisterView>

export const MappingBody = z.strictObject({ mapping: z.record(z.string().max(100), z.string().max(500)) })

export const ImportView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  register: z.string(),
  fileName: z.string(),
  columns: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  state: z.enum(['uploaded', 'checked', 'committing', 'committed', 'undoing', 'undone', 'discarded']),
  rows: z.number().int(),
  good: z.number().int(),
  bad: z.number().int(),
  committed: z.number().int(),
  undone: z.number().int(),
  kept: z.number().int(),
  job: z.uuid().nullable(),
  createdAt: z.date(),
})
export type ImportView = z.infer<typeof ImportView>

export const RowView = z.object({
  number: z.number().int(),
  cells: z.record(z.string(), z.string()),
  state: z.enum(['unchecked', 'good', 'bad', 'committed', 'undone', 'kept']),
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  record: z.string().nullable(),
})
export type RowView = z.infer<typeof RowView>
