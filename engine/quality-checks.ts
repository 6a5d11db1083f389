import type { QualityCheck } from '@assay/measures'
import { z } from 'zod'

const column = z.string().min(1).max(500)
const columns = z.array(column).min(1).max(500)
const texts = z.array(z.string().max(500)).max(10_000)
const day = z.iso.date()
const sentinels = texts.optional()

/** What somebody asked of the data before it was measured, and who answers for it (ISO/IEC 42001, A.7.4). */
export const Asked = z
  .strictObject({
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    /** One of the check's numbers; its first one without. */
    measure: z.string().max(100).optional(),
    /** About the rows of this very file, or about the population that they are a sample of. */
    basis: z.enum(['file', 'population']).optional(),
    minimumRows: z.int().min(1).optional(),
    owner: z.string().min(1).max(200),
    setOn: day,
  })
  .refine(({ atLeast, atMost }) => (atLeast === undefined) !== (atMost === undefined), {
    message: 'takes exactly one of atLeast and atMost',
  })

const side = z.enum(['=', '!=', '<', '<=', '>', '>='])
const condition = z.union([
  z.strictObject({ column, is: side, value: z.union([z.string(), z.number()]) }),
  z.strictObject({ column, is: side, otherColumn: column }),
  z.strictObject({ column, is: z.enum(['in', 'not-in']), values: texts }),
  z.strictObject({ column, is: z.enum(['filled', 'missing']) }),
])
const stratum = z.strictObject({ key: texts, share: z.number().min(0).max(1) })
const facts = z.strictObject({
  sha256: z.string().optional(),
  rows: z.number().optional(),
  source: z.string().optional(),
  licence: z.string().optional(),
  consent: z.string().optional(),
  lineage: z.string().optional(),
})

function check<Name extends QualityCheck['check'], Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) {
  return z.strictObject({ check: z.literal(name), ...shape, asked: Asked.optional() })
}

/** A check of `@assay/measures` by its name and columns, with what is asked of it; without `asked` it is shown and decides nothing. */
export const QualityCheckPlan = z.discriminatedUnion('check', [
  check('missing-values', { column, sentinels }),
  check('missing-labels', { column, sentinels }),
  check('missing-by-group', { column, by: columns, sentinels }),
  check('incomplete-rows', { columns, sentinels }),
  check('format', { column, pattern: z.string().min(1).max(1_000) }),
  check('type-mix', { column }),
  check('domain-variants', { column }),
  check('allowed-values', { column, values: texts }),
  check('cross-field-rule', {
    name: z.string().min(1).max(200),
    when: z.array(condition),
    must: z.array(condition).min(1),
  }),
  check('label-conflicts', { columns, label: column }),
  check('duplicate-rows', { columns }),
  check('duplicate-ids', { columns }),
  check('train-test-overlap', { columns }),
  check('range', { column, low: z.number().optional(), high: z.number().optional() }),
  check('outliers-mad', { column, limit: z.number().gt(0).optional() }),
  check('outliers-iqr', { column, factor: z.number().gt(0).optional() }),
  check('gold-label-errors', { label: column, gold: column }),
  check('label-agreement', { raters: columns }),
  check('record-age', { column, asOf: day, maximumDays: z.int().min(0) }),
  check('future-dates', { column, asOf: day }),
  check('recording-delay', { event: column, recorded: column, maximumDays: z.int().min(0) }),
  check('class-balance', { column }),
  check('group-balance', { columns }),
  check('label-rate-by-group', { label: column, positive: z.string(), by: columns }),
  check('diversity', { column }),
  check('grid-coverage', { columns }),
  check('population-shares', { columns, population: z.array(stratum).min(1) }),
  check('near-duplicate-rows', { columns }),
  check('near-duplicate-texts', { column, similarity: z.number().gt(0).lte(1).optional() }),
  check('constant-column', { column }),
  check('single-predictor', { column, label: column }),
  check('sensitive-proxy', { column, sensitive: column }),
  check('k-anonymity', { columns, k: z.int().min(2) }),
  check('l-diversity', { columns, sensitive: column, l: z.int().min(2) }),
  check('personal-data', { column }),
  check('provenance', { recorded: facts }),
])
export type QualityCheckPlan = z.infer<typeof QualityCheckPlan>
