import { z } from 'zod'

const name = z.string().trim().min(1).max(200)
const reason = z.string().trim().min(1).max(2000)
const Person = z.object({ id: z.uuid(), name: z.string() })
const level = z.enum(['missing', 'documented', 'implemented', 'operating', 'effective', 'not-applicable'])

export const AssessmentDraft = z.strictObject({ name, framework: z.string().max(60).default('ISO-42001-2023') })
export type AssessmentDraft = z.infer<typeof AssessmentDraft>
export const AssessmentEdit = z.strictObject({ name })
export const Reason = z.strictObject({ reason })
export const Conclusion = z.strictObject({
  summary: z.string().trim().max(20_000).default(''),
  /** what nobody answered stays out of the declared part; said knowingly */
  leaveUnanswered: z.boolean().default(false),
})
export type Conclusion = z.infer<typeof Conclusion>

export const Assignment = z.strictObject({
  refs: z.array(z.string().min(1).max(20)).min(1).max(100),
  /** null takes the assignment back */
  person: z.uuid().nullable(),
})
export type Assignment = z.infer<typeof Assignment>

export const Answer = z.strictObject({
  level,
  note: z
    .string()
    .trim()
    .min(1, 'Say what this answer rests on, or what is missing. A level without a note tells nobody anything.')
    .max(10_000),
})
export type Answer = z.infer<typeof Answer>

export const AssessmentFilter = z.object({ state: z.enum(['open', 'concluded', 'withdrawn']).optional() })
export type AssessmentFilter = z.infer<typeof AssessmentFilter>

export const AssessmentItem = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  framework: z.string(),
  state: z.enum(['open', 'concluded', 'withdrawn']),
  reason: z.string().nullable(),
  summary: z.string(),
  startedBy: Person.nullable(),
  startedAt: z.date(),
  concludedBy: Person.nullable(),
  concludedAt: z.date().nullable(),
  concludedSeq: z.number().int().nullable(),
  rulesVersion: z.string().nullable(),
  answered: z.number().int(),
  questions: z.number().int(),
  changedAt: z.date(),
})
export type AssessmentItem = z.infer<typeof AssessmentItem>

export const AssessmentView = AssessmentItem.extend({
  /** who was asked what, and how far they are; `person` null holds what nobody was asked */
  progress: z.array(
    z.object({
      person: Person.nullable(),
      asked: z.number().int(),
      answered: z.number().int(),
      open: z.array(z.string()),
    }),
  ),
})
export type AssessmentView = z.infer<typeof AssessmentView>

const proven = z.enum([...level.options, 'not-yet-recorded'])
const Cited = z.object({ ref: z.string(), name: z.string() })
const Reasons = z.array(
  z.object({ kind: z.enum(['proves', 'lacks', 'stale', 'note']), text: z.string(), cites: z.array(Cited) }),
)
const ProvenView = z.object({ level: proven, stale: z.boolean(), reasons: Reasons, next: z.string() })
const disagreement = z.enum(['declared-above', 'declared-below']).nullable()

export const QuestionView = z.object({
  ref: z.string(),
  key: z.string(),
  title: z.string(),
  kind: z.enum(['clause', 'control']),
  /** the clause or area it stands under, for grouping */
  group: z.object({ ref: z.string(), title: z.string() }),
  question: z.string(),
  asksToSee: z.array(z.string()),
  help: z.string(),
  choices: z.array(z.object({ level, title: z.string(), meaning: z.string() })),
  /** 0 while nothing was said about it here: what the first answer sends as If-Match */
  version: z.number().int(),
  assignedTo: Person.nullable(),
  answer: z.object({ level, note: z.string(), by: Person.nullable(), at: z.date() }).nullable(),
  previous: z
    .object({ level, note: z.string(), at: z.date(), assessment: z.object({ id: z.uuid(), name: z.string() }) })
    .nullable(),
  proven: ProvenView,
  disagreement,
})
export type QuestionView = z.infer<typeof QuestionView>

export const GapFindingView = z.object({
  ref: z.string(),
  title: z.string(),
  declared: level.nullable(),
  note: z.string().nullable(),
  proven,
  stale: z.boolean(),
  disagreement,
  reasons: Reasons,
  next: z.string(),
})
export type GapFindingView = z.infer<typeof GapFindingView>
