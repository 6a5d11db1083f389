import { z } from 'zod'

const words = (most: number) => z.string().trim().min(1).max(most)

export const FileView = z.object({
  id: z.uuid(),
  name: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  uploadedAt: z.date(),
  /** null while its content is kept; the hash and the runs stay either way */
  /** the day from which on the content may be removed by itself; null: it is kept until somebody removes it */
  keptUntil: z.date().nullable(),
  /** where it is a reference that was frozen here: which entry of the log states its hash, and what it was made of */
  frozen: z.object({ seq: z.number().int(), from: z.string(), fromSha256: z.string() }).nullable(),
  contentRemoved: z.object({ at: z.date(), by: z.string(), reason: z.string() }).nullable(),
})
export type FileView = z.infer<typeof FileView>

/** How long the content of uploaded files is kept; null: until somebody removes it. */
export const Keeping = z.strictObject({ keepDays: z.number().int().min(1).max(36_500).nullable() })
export type Keeping = z.infer<typeof Keeping>

/** Why the content of a file is removed for good. */
export const ContentRemoval = z.strictObject({ reason: words(2000) })
export const ContentRemoved = z.object({
  id: z.uuid(),
  /** whether another record still holds a file of the same content, which then stays on the disk */
  keptElsewhere: z.boolean(),
})

/** What may read otherwise than meant; the engine knows the same. */
export const surpriseCodes = [
  'byte-order-mark',
  'delimiter',
  'no-value-words',
  'not-finite',
  'leading-zeros',
  'spaces',
  'letter-case',
  'decimal-comma',
  'odd-values',
  'codes-as-numbers',
] as const

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
      code: z.enum(surpriseCodes),
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
