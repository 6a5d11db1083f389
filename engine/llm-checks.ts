import type { TextCheck } from '@assay/measures'
import { z } from 'zod'
import { Asked } from './quality-checks.ts'

const texts = z.array(z.string().max(1_000)).min(1).max(10_000)

/** What an order of n-grams without a match counts; `exp` without, as sacreBLEU has it. */
const smoothing = z.discriminatedUnion('method', [
  z.strictObject({ method: z.enum(['none', 'exp']) }),
  z.strictObject({ method: z.enum(['floor', 'add-k']), value: z.number().gt(0) }),
])

function check<Name extends TextCheck['check'], Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) {
  return z.strictObject({ check: z.literal(name), ...shape, asked: Asked.optional() })
}

/** A check of outputs by its name, with what is asked of it; without `asked` it is shown and decides nothing. */
export const LlmCheckPlan = z.discriminatedUnion('check', [
  check('exact-match', {}),
  check('token-f1', {}),
  check('rouge-l', {}),
  check('bleu', { smoothing: smoothing.optional() }),
  check('chrf', {}),
  check('numeric-match', { absolute: z.number().min(0).optional(), relative: z.number().min(0).optional() }),
  /** `schema` is a JSON Schema that each output has to fit; `fenced` also takes one alone between ``` fences. */
  check('schema-valid', { schema: z.record(z.string(), z.json()), fenced: z.boolean().optional() }),
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
  /** Duels of `variant` and `opponent`, of which `judge` names the winner. */
  check('win-rates', {
    replicates: z.int().min(100).max(100_000).optional(),
    seed: z.int().min(1).max(4_294_967_295).optional(),
  }),
])
export type LlmCheckPlan = z.infer<typeof LlmCheckPlan>
