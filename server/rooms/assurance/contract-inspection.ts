import { z } from 'zod'

/** What was found in the first rows of a file, as a measurement would read it. Nothing is measured by looking. */
export const Inspection = z.object({
  format: z.enum(['csv', 'jsonl', 'parquet']),
  compression: z.enum(['none', 'gzip', 'zstd']),
  columns: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['text', 'number', 'truth', 'date', 'instant', 'other']),
      /** rows without a value, and different values, among those that were looked at */
      empty: z.number().int(),
      distinct: z.number().int(),
      examples: z.array(z.string()),
    }),
  ),
  rows: z.array(z.array(z.string().nullable())),
  looked: z.number().int(),
  /** rows of the whole file, where that is known without reading it */
  total: z.number().int().nullable(),
  /** what reads otherwise than its author may have meant, and how to settle it */
  surprises: z.array(
    z.object({
      column: z.string().nullable(),
      what: z.string(),
      examples: z.array(z.string()),
      count: z.number().int().nullable(),
      settle: z.string(),
    }),
  ),
})
export type Inspection = z.infer<typeof Inspection>

export const InspectionQuery = z
  .object({
    /** a file that was uploaded */
    file: z.uuid().optional(),
    /** within the operator's folder */
    path: z.string().min(1).max(1000).optional(),
  })
  .refine(({ file, path }) => (file === undefined) !== (path === undefined), {
    path: ['file'],
    message: 'takes exactly one of file (an uploaded one) and path (in the folder of the operator)',
  })
