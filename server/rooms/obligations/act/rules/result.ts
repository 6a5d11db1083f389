import { z } from 'zod'
import * as words from './words.ts'

/** A sentence of a result and the article it rests on. */
export const Finding = z.object({ text: z.string(), article: z.string() })
export type Finding = z.infer<typeof Finding>

export const highRiskVerdicts = ['annex-i', 'annex-i-sector', 'annex-iii', 'exempted', 'decided', 'no'] as const
export type HighRiskVerdict = (typeof highRiskVerdicts)[number]

/** From when a duty counts. `originally` is the date of the calendar before 27 July 2026, where it was another. */
export const DutyDate = z.object({
  on: z.string(),
  ref: z.string(),
  /** the day on which it applies formally, where our reading is that it bites only later */
  formally: z.string().nullable(),
  originally: z.string().nullable(),
  source: z.string(),
  /** false: the Official Journal was not opened for it */
  checked: z.boolean(),
})
export type DutyDate = z.infer<typeof DutyDate>

export const Duty = z.object({
  id: z.string(),
  article: z.string(),
  title: z.string(),
  asks: z.string(),
  roles: z.array(z.enum(words.actRoles)),
  date: DutyDate,
  condition: Finding.nullable(),
})
export type Duty = z.infer<typeof Duty>

export const ActResult = z.object({
  rules: z.string(),
  class: z.enum(words.actClasses),
  /** what the answers alone lead to, where a person decided otherwise */
  computedClass: z.enum(words.actClasses),
  roles: z.array(Finding.extend({ role: z.enum(words.actRoles) })),
  prohibited: z.array(Finding.extend({ from: z.string() })),
  highRisk: z.object({ verdict: z.enum(highRiskVerdicts), reasons: z.array(Finding) }),
  transparency: z.array(Finding),
  gpai: z.array(Finding),
  notes: z.array(Finding),
  duties: z.array(Duty),
  wouldChange: z.array(z.object({ answer: z.string(), class: z.enum(words.actClasses), becomesProvider: z.boolean() })),
})
export type ActResult = z.infer<typeof ActResult>

/** What the answers lead to by themselves, before other answers are tried. */
export type Core = Omit<ActResult, 'wouldChange'>
