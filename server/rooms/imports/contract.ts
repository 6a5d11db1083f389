import { z } from 'zod'
import { Said } from '#kernel/said.ts'
import { rowEffects } from './model.ts'

export const RegisterView = z.object({
  name: z.string(),
  label: z.string(),
  /** whether the caller may write records of this register */
  allowed: z.boolean(),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      required: z.boolean(),
      help: z.string(),
      aliases: z.array(z.string()),
    }),
  ),
  /** what is decided for the whole file; the first choice holds where nothing is */
  options: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      choices: z.array(z.object({ value: z.string(), label: z.string(), help: z.string() })),
    }),
  ),
})
export type RegisterView = z.infer<typeof RegisterView>

export const MappingBody = z.strictObject({
  mapping: z.record(z.string().max(100), z.string().max(500)),
  options: z.record(z.string().max(100), z.string().max(100)).default({}),
})

export const ImportView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  register: z.string(),
  fileName: z.string(),
  columns: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.string()),
  state: z.enum(['uploaded', 'checked', 'committing', 'committed', 'undoing', 'undone', 'discarded']),
  rows: z.number().int(),
  good: z.number().int(),
  bad: z.number().int(),
  committed: z.number().int(),
  undone: z.number().int(),
  kept: z.number().int(),
  left: z.number().int(),
  job: z.uuid().nullable(),
  createdAt: z.date(),
})
export type ImportView = z.infer<typeof ImportView>

export const RowView = z.object({
  number: z.number().int(),
  cells: z.record(z.string(), z.string()),
  state: z.enum(['unchecked', 'good', 'bad', 'committed', 'undone', 'kept', 'left']),
  /** what committing it does: a new record, a change of one that is here, or nothing */
  effect: z.enum(rowEffects).nullable(),
  problems: z.array(z.object({ field: z.string(), ...Said.shape })),
  notes: z.array(z.object({ field: z.string(), ...Said.shape })),
  record: z.string().nullable(),
})
export type RowView = z.infer<typeof RowView>
