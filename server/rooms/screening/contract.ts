import { z } from 'zod'
import type { Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import { problemsOf } from './rules/problems.ts'
import * as words from './rules/words.ts'

export {
  type BusinessCase,
  type BusinessCaseInput,
  type Figure,
  BusinessCaseInputSchema,
  BusinessCaseSchema,
} from './rules/business-case.ts'
export {
  type Activity,
  type Circumstance,
  type Decision,
  type EuAiActRole,
  type Factor,
  type GreyArea,
  type Iso22989Role,
  type Scenario,
  type Sector,
  type SupplyFact,
  type TriggerId,
  supplyFacts,
  triggerIds,
} from './rules/words.ts'

/** One thing wrong with the answers: the path of the answer, what is wrong, and the other answer it clashes with. */
export const ProblemSchema = z.strictObject({ path: z.string(), message: z.string(), against: z.string().optional() })
export type Problem = z.infer<typeof ProblemSchema>

const rating = z.int().min(0).max(3)
const name = z.string().trim().min(1).max(200)
const systemId = z.string().trim().min(1).max(200)
const sector = z.enum(words.sectors)
const stage = z.enum(words.stages)
const dealsLost = z.int().min(0).max(1_000_000)
const anyOf = <const Words extends readonly [string, ...string[]]>(values: Words) =>
  z.array(z.enum(values)).superRefine((chosen, context) => {
    chosen.forEach((word, at) => {
      if (chosen.indexOf(word) !== at)
        context.addIssue({ code: 'custom', message: `${word} is named twice`, path: [at] })
    })
  })

const organizationRatings = z.strictObject({
  training: rating,
  trainingData: rating,
  coreProduct: rating,
  customerRequests: rating,
  euPresence: rating,
  individualDecisions: rating,
  competitorsCertified: rating,
  regulatoryPressure: rating,
})
const systemRatings = organizationRatings.pick({
  training: true,
  trainingData: true,
  coreProduct: true,
  individualDecisions: true,
})

export const OrganizationAnswersSchema = z.strictObject({
  name,
  sector,
  scenarios: anyOf(words.scenarios),
  stage,
  activities: anyOf(words.activities),
  greyAreas: anyOf(words.greyAreas),
  circumstances: anyOf(words.circumstances),
  dealsLost,
  factors: organizationRatings,
})

export const SystemAnswersSchema = z.strictObject({
  id: systemId,
  name,
  activities: anyOf(words.activities),
  greyAreas: anyOf(words.greyAreas),
  scenarios: anyOf(words.scenarios),
  factors: systemRatings,
})

/** The complete answers, as `assay screen --answers FILE` reads them. */
export const ScreeningAnswersSchema = z.strictObject({
  organization: OrganizationAnswersSchema,
  systems: z.array(SystemAnswersSchema).optional(),
})
export type OrganizationAnswers = z.infer<typeof OrganizationAnswersSchema>
export type SystemAnswers = z.infer<typeof SystemAnswersSchema>
export type ScreeningAnswers = z.infer<typeof ScreeningAnswersSchema>

/** Answers under way: anything may still be open, nothing may be wrong. A system is known by its id from the start. */
export const ScreeningDraftSchema = z.strictObject({
  organization: OrganizationAnswersSchema.extend({ factors: organizationRatings.partial() }).partial().optional(),
  systems: z
    .array(SystemAnswersSchema.extend({ factors: systemRatings.partial() }).partial().extend({ id: systemId }))
    .optional(),
})
export type ScreeningDraft = z.infer<typeof ScreeningDraftSchema>

/** The answers cannot be read: a key is unknown, an answer is missing or out of range. */
export type InvalidAnswers = { kind: 'invalid-answers'; problems: Problem[] }

/** Parses anything into complete answers; each problem names the path of the answer and what to write instead. */
export function readAnswers(input: unknown): Result<ScreeningAnswers, InvalidAnswers> {
  const read = ScreeningAnswersSchema.safeParse(input, { reportInput: true })
  return read.success ? ok(read.data) : refuse({ kind: 'invalid-answers', problems: problemsOf(read.error.issues) })
}

const reason = z.strictObject({
  rule: z.string(),
  side: z.enum(words.decisions),
  fired: z.boolean(),
  text: z.string(),
  answers: z.array(z.string()).describe('paths of the answers that the text cites'),
})

const change = z.strictObject({
  answer: z.string().describe('path of the answer that would change'),
  decision: z.enum(words.decisions),
  condition: z.string().describe('the half of the text that says which answer would be another'),
  text: z.string(),
  changes: z.array(z.strictObject({ path: z.string(), from: z.unknown(), to: z.unknown() })),
})

const roleSuggestion = <const Roles extends readonly [string, ...string[]]>(roles: Roles) =>
  z.strictObject({
    role: z.enum(roles),
    heldBy: z.enum(['organization', 'others']),
    reason: z.string(),
    basis: z.string(),
  })

export const RolesSchema = z.strictObject({
  iso22989: z.array(roleSuggestion(words.iso22989Roles)),
  euAiAct: z.array(roleSuggestion(words.euAiActRoles)),
})
export type Roles = z.infer<typeof RolesSchema>

export const OutcomeSchema = z.strictObject({
  total: z.int().min(0).max(24),
  band: z.enum(words.bands),
  scoreReading: z.enum(['consumer', 'mixed', 'developer']),
  classification: z.enum(['consumer', 'developer', 'grey']).describe('what the activities and grey areas say'),
  conflict: z.boolean().describe('the score says consumer and the activities developer, or the other way round'),
  conflictReason: z.string().nullable(),
  leading: z.enum(['score', 'activities']).nullable().describe('which of the two is stricter and leads, in a conflict'),
  decision: z.enum(words.decisions),
  step: z.enum(words.decisionSteps).describe('the step of the order of precedence that decided'),
  decisionReason: z.string(),
  timing: z.string().nullable(),
  reasons: z.array(reason),
  greyAreas: z.array(
    z.strictObject({
      id: z.enum(words.greyAreas),
      classification: z.enum(['consumer', 'developer', 'either']),
      relevance: z.enum(['low', 'high', 'consider-regardless', 'high-regardless']),
      text: z.string(),
    }),
  ),
  sectorRows: z.array(z.strictObject({ scenario: z.enum(words.scenarios), recommendation: z.string() })),
  triggers: z.array(
    z.strictObject({ id: z.enum(words.triggerIds), state: z.enum(['already-true', 'watched']), text: z.string() }),
  ),
  whatWouldChange: z.array(change),
  notices: z.array(z.string()),
  roles: RolesSchema,
})
export type Outcome = z.infer<typeof OutcomeSchema>
export type Reason = Outcome['reasons'][number]
export type WouldChange = Outcome['whatWouldChange'][number]

export const SystemOutcomeSchema = OutcomeSchema.extend({ id: z.string(), name: z.string() })
export type SystemOutcome = z.infer<typeof SystemOutcomeSchema>

export const ScreeningResultSchema = z.strictObject({
  rules: z.string().describe('version of the rules that gave this result'),
  organization: OutcomeSchema,
  systems: z.array(SystemOutcomeSchema),
})
export type ScreeningResult = z.infer<typeof ScreeningResultSchema>
