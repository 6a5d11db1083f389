import type { TextCheck } from '@assay/measures'
import { z } from 'zod'
import { Asked } from './quality-checks.ts'

const texts = z.array(z.string().max(1_000)).min(1).max(10_000)

function check<Name extends TextCheck['check'], Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) {
  return z.strictObject({ check: z.literal(name), ...shape, asked: Asked.optional() })
}

/** A check of outputs by its name, with what is asked of it; without `asked` it is shown and decides nothing. */
export const LlmCheckPlan = z.discriminatedUnion('check', [
  check('exact-match', {}),
  check('token-f1', {}),
  check('rouge-l', {}),
  check('bleu', {}),
  check('chrf', {}),
  check('numeric-match', { absolute: z.number().min(0).optional(), relative: z.number().min(0).optional() }),
  /** `schema` is a JSON Schema that each output has to fit. */
  check('schema-valid', { schema: z.record(z.string(), z.json()) }),
  check('refusal', { forms: texts.optional() }),
  check('empty', {}),
  check('length', {}),
  check('personal-data', {}),
  check('secrets', {}),
  check('toxic-terms', { terms: texts }),
  check('groundedness', { order: z.int().min(1).max(10).optional() }),
  check('citations', { known: texts.optional() }),
  check('self-consistency', {}),
  check('latency', {}),
  check('cost', {}),
  check('counterfactual', { positive: z.string().optional() }),
  check('judge-agreement', {
    weights: z.enum(['none', 'linear', 'quadratic']).optional(),
    categories: texts.optional(),
  }),
  check('judge-prevalence', { positive: z.string() }),
])
export type LlmCheckPlan = z.infer<typeof LlmCheckPlan>
