import { z } from 'zod'
import { deepFreeze, once, readData } from './load.ts'
import { type ReadinessLevel, readinessLevels, readinessRule } from './readiness.ts'
import { annexAControls, auditableClauses } from './requirements.ts'

const text = z.string().min(1)
const answerLevels = ['missing', ...readinessLevels, 'not-applicable'] as const
/** What a person may answer; `not-applicable` exists for controls alone. */
export type AnswerLevel = (typeof answerLevels)[number]

const file = z.strictObject({
  levels: z.record(z.enum(answerLevels), z.strictObject({ title: text, meaning: text })),
  questions: z.array(
    z.strictObject({
      ref: text,
      question: text,
      asksToSee: z.array(text).min(1).max(3),
      help: text,
      answers: z.partialRecord(z.enum(readinessLevels), text).optional(),
    }),
  ),
})

/** One answer a person can choose, with what it means for this clause or control. */
export type AnswerChoice = { level: AnswerLevel; title: string; meaning: string }

/** What the gap assessment asks about one clause or control, in plain words. */
export type Interview = {
  ref: string
  key: string
  question: string
  /** One to three things an auditor asks to see. */
  asksToSee: readonly string[]
  /** Why it matters and a common mistake. */
  help: string
  /** From missing upwards, only levels that the readiness rule can reach, then not-applicable for controls. */
  answers: readonly AnswerChoice[]
}

const interviews = once(() => {
  const { levels, questions } = readData('interview-42001.yaml', file)
  const asked = new Map(questions.map((question) => [question.ref, question]))
  const known = [...auditableClauses(), ...annexAControls()]
  if (asked.size !== known.length) throw new Error('interview-42001.yaml asks about refs that nobody can reach')
  const entries = known.map(({ ref, key }): [string, Interview] => {
    const stored = asked.get(ref)
    if (!stored) throw new Error(`interview-42001.yaml has no question for ${ref}`)
    const { answers: meanings, ...words } = stored
    const answers = levelsFor(ref).map((level) => ({ level, ...levels[level], ...own(meanings, level) }))
    return [ref, { ...words, key, answers }]
  })
  return new Map(deepFreeze(entries))
})

/** The interview for one of the 70 auditable refs of ISO/IEC 42001; undefined for any other ref. */
export function interview(ref: string): Interview | undefined {
  return interviews().get(ref)
}

/** All 70 in the order of the standard. */
export function interviewQuestions(): readonly Interview[] {
  return [...interviews().values()]
}

function levelsFor(ref: string): readonly AnswerLevel[] {
  const rule = readinessRule(ref)
  if (!rule) throw new Error(`${ref} has no readiness rule`)
  return ['missing', ...rule.levels, ...(rule.canBeExcluded ? (['not-applicable'] as const) : [])]
}

function own(meanings: Partial<Record<ReadinessLevel, string>> | undefined, level: AnswerLevel): { meaning?: string } {
  if (level === 'missing' || level === 'not-applicable') return {}
  const meaning = meanings?.[level]
  return meaning === undefined ? {} : { meaning }
}
