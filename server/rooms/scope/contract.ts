import { z } from 'zod'
import { decisions, elementKinds } from './model.ts'
import { differenceKinds } from './rules/agreement.ts'

const Person = z.object({ id: z.uuid(), name: z.string() })
const Named = z.object({ ref: z.string(), name: z.string() })
const words = z.string().trim().max(2000)

/** A decision on an element that is there: `unit:<id>`, `site:<name>`, `activity:<id>` or `role:<role>`. */
export const ElementDecision = z.discriminatedUnion('decision', [
  z.strictObject({ element: z.string().min(6).max(300), decision: z.literal('in'), reason: words.default('') }),
  z.strictObject({ element: z.string().min(6).max(300), decision: z.literal('out'), reason: words }),
  z.strictObject({ element: z.string().min(6).max(300), decision: z.literal('undecided') }),
])
export type ElementDecision = z.infer<typeof ElementDecision>
export const ActivityDraft = z.strictObject({ name: z.string().trim().min(1).max(200) })

export const ElementView = z.object({
  ref: z.string(),
  kind: z.enum(elementKinds),
  name: z.string(),
  decision: z.enum(decisions),
  reason: z.string(),
  decidedOn: z.string().nullable(),
  decidedBy: Person.nullable(),
  /** 0 before anybody decided */
  version: z.number().int(),
  gone: z.boolean(),
})
export type ElementView = z.infer<typeof ElementView>

export const ComparisonView = z.object({
  with: z.enum(['inventory', 'wording', 'statement', 'audit-plan']),
  state: z.enum(['agrees', 'differs', 'missing', 'not-recorded']),
  /** how many differences there are in all; the first 50 are named */
  total: z.number().int(),
  differences: z.array(Named.extend({ kind: z.enum(differenceKinds), other: Named.optional() })),
})
export type ComparisonView = z.infer<typeof ComparisonView>

export const ScopeView = z.object({
  elements: z.array(ElementView),
  /** AI systems that are neither retired nor dismissed, by the decision in their register */
  systems: z.object({ in: z.number().int(), out: z.number().int(), undecided: z.number().int() }),
  /** left out though they take decisions about people or help to, with the reason: an auditor asks about these first */
  leftOut: z.array(Named.extend({ reason: z.string() })),
  /** activities that the systems in scope suggest and nobody recorded yet */
  suggested: z.array(z.string()),
  certificate: z.object({
    wording: z.string(),
    german: z.string(),
    lacks: z.array(z.enum([...elementKinds, 'system'])),
  }),
  document: z
    .object({
      id: z.uuid(),
      title: z.string(),
      effective: z.object({ number: z.number().int(), on: z.string(), approvedBy: z.string().nullable() }).nullable(),
      open: z.object({ number: z.number().int(), state: z.enum(['draft', 'in-review', 'approved']) }).nullable(),
    })
    .nullable(),
  statement: z.object({ id: z.uuid(), number: z.number().int(), approvedOn: z.string() }).nullable(),
  comparisons: z.array(ComparisonView),
})
export type ScopeView = z.infer<typeof ScopeView>

export const Composed = z.object({
  id: z.uuid(),
  number: z.number().int(),
  /** places of the draft that the records could not fill */
  missing: z.array(z.string()),
})
