import { z } from 'zod'
import { ActAnswers, SomeActAnswers } from './rules/answers.ts'
import { ActResult } from './rules/result.ts'
import { actClasses } from './rules/words.ts'

export { ActAnswers } from './rules/answers.ts'
export { ActResult } from './rules/result.ts'

const reason = z.string().trim().min(1).max(2000)
const dutyId = z.string().regex(/^AIA-[0-9a-z-]{1,12}$/)

/** A class or the date of one duty, confirmed or set otherwise by a person, who says why. */
export const ActDecision = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('class'), value: z.enum(actClasses), reason }),
  z.strictObject({ about: z.literal('date'), duty: dutyId, value: z.iso.date(), reason }),
])
export type ActDecision = z.infer<typeof ActDecision>

/** What was decided, `class` or the id of a duty. */
export const DecisionWithdrawal = z.strictObject({ about: z.union([z.literal('class'), dutyId]) })
export const Adoption = z.strictObject({ duties: z.array(dutyId).min(1).max(100) })
export const AdoptionUndo = z.strictObject({ obligations: z.array(z.uuid()).min(1).max(100) })

const named = z.object({ id: z.uuid(), name: z.string() })

export const ActAssessmentView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  state: z.enum(['current', 'reopened', 'superseded']),
  answers: ActAnswers,
  result: ActResult,
  /** read by rules of an earlier edition than today's */
  earlierRules: z.boolean(),
  answeredOn: z.string(),
  answeredBy: named.nullable(),
  reopened: z.object({ on: z.string(), because: z.string() }).nullable(),
  decisions: z.array(
    z.object({
      about: z.string(),
      value: z.string(),
      computed: z.string(),
      reason: z.string(),
      on: z.string(),
      by: named.nullable(),
    }),
  ),
  /** the obligations of the register that duties were taken over into, by the id of the duty */
  adopted: z.record(z.string(), z.uuid()),
})
export type ActAssessmentView = z.infer<typeof ActAssessmentView>

export const ActView = z.object({
  assessment: ActAssessmentView.nullable(),
  /** what records already say; to be confirmed by whoever answers */
  proposal: z.object({ answers: SomeActAnswers, from: z.array(z.string()) }),
  history: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      class: z.enum(actClasses),
      answeredOn: z.string(),
      answeredBy: named.nullable(),
    }),
  ),
  /** what the catalogue could not settle about the Act */
  uncertainties: z.array(z.string()),
})
export type ActView = z.infer<typeof ActView>
