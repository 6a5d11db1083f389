import type { ActAnswers } from './answers.ts'
import type { Finding, HighRiskVerdict } from './result.ts'
import { exceptionLabels, exclusionLabels, practiceLabels, useLabels } from './labels.ts'
import type { ActClass, Practice } from './words.ts'

export const classTexts = {
  outside: 'No output of it reaches the Union and nobody there offers or uses it.',
  reachIn: 'It is offered, put into service or used in the Union.',
  reachOutput: 'It runs outside the Union, but its output is used there.',
  annexIA: 'It is, or secures, a product of Annex I, section A that needs a third-party assessment.',
  annexIB: 'It is, or secures, a product of Annex I, section B: the rules of that sector take the requirements over.',
  profiled: 'It profiles persons, and profiling is never excepted.',
  profilingUnknown: 'Whether it profiles persons is not known; until it is, no exception counts.',
  noException: 'No condition of an exception holds.',
  neither: 'It is no product of Annex I and has no use of Annex III.',
  assessFirst: 'The view that it is not high-risk has to be written down first, and the system registered.',
  decided: 'A person decided the class, with a reason; the answers alone lead elsewhere.',
} as const

/** Practices that were added in 2026 count from a later day. */
export function practiceFrom(practice: Practice): string {
  return practice === '5(1)(ba)' || practice === '5(1)(bb)' ? '2026-12-02' : '2025-02-02'
}

export function prohibitedOf({ practices }: Pick<ActAnswers, 'practices'>): (Finding & { from: string })[] {
  return practices.map((practice) => ({
    text: practiceLabels[practice],
    article: `Art. ${practice}`,
    from: practiceFrom(practice),
  }))
}

export function reachOf({ reach, exclusions }: Pick<ActAnswers, 'reach' | 'exclusions'>): {
  reached: boolean
  reasons: Finding[]
} {
  const left = exclusions.map((exclusion) => exclusionLabels[exclusion])
  if (left.length > 0) return { reached: false, reasons: left }
  if (reach === 'outside') return { reached: false, reasons: [{ text: classTexts.outside, article: 'Art. 2(1)' }] }
  const article = reach === 'in-union' ? 'Art. 2(1)(a)-(b)' : 'Art. 2(1)(c)'
  return {
    reached: true,
    reasons: [{ text: reach === 'in-union' ? classTexts.reachIn : classTexts.reachOutput, article }],
  }
}

/** Art. 6: the product route first, then the uses of Annex III with the exceptions of Art. 6(3). */
export function highRiskOf({
  annexI,
  annexIii,
  profiling,
  exceptions,
}: Pick<ActAnswers, 'annexI' | 'annexIii' | 'profiling' | 'exceptions'>): {
  verdict: HighRiskVerdict
  reasons: Finding[]
} {
  const uses = annexIii.map((use) => ({ text: useLabels[use], article: `Annex III point ${use}` }))
  if (annexI === 'section-a') {
    return { verdict: 'annex-i', reasons: [{ text: classTexts.annexIA, article: 'Art. 6(1), Annex I' }, ...uses] }
  }
  const sector = annexI === 'section-b' ? [{ text: classTexts.annexIB, article: 'Art. 2(2), Art. 6(1)' }] : []
  if (uses.length === 0) {
    if (annexI === 'section-b') return { verdict: 'annex-i-sector', reasons: sector }
    return { verdict: 'no', reasons: [{ text: classTexts.neither, article: 'Art. 6(1)-(2)' }] }
  }
  if (profiling === 'yes') return annexIiiHolds(classTexts.profiled, 'Art. 6(3), last subparagraph')
  if (exceptions.length === 0) return annexIiiHolds(classTexts.noException, 'Art. 6(3)')
  if (profiling === 'unknown') return annexIiiHolds(classTexts.profilingUnknown, 'Art. 6(3), last subparagraph')
  const granted = exceptions.map((one) => ({ text: exceptionLabels[one], article: `Art. ${one}` }))
  const write = { text: classTexts.assessFirst, article: 'Art. 6(4), Art. 49(2)' }
  if (annexI === 'section-b') return { verdict: 'annex-i-sector', reasons: [...sector, ...uses, ...granted, write] }
  return { verdict: 'exempted', reasons: [...uses, ...granted, write] }

  function annexIiiHolds(text: string, article: string) {
    return { verdict: 'annex-iii' as const, reasons: [...sector, ...uses, { text, article }] }
  }
}

/** One word for the whole: what is forbidden comes before what is high-risk, and that before transparency. */
export function classOf(it: {
  reached: boolean
  prohibited: boolean
  highRisk: HighRiskVerdict
  transparent: boolean
}): ActClass {
  if (!it.reached) return 'outside'
  if (it.prohibited) return 'prohibited'
  if (isHighRisk(it.highRisk)) return 'high-risk'
  if (it.highRisk === 'exempted') return 'exempted'
  return it.transparent ? 'transparency' : 'minimal'
}

export function isHighRisk(verdict: HighRiskVerdict): boolean {
  return verdict === 'annex-i' || verdict === 'annex-i-sector' || verdict === 'annex-iii' || verdict === 'decided'
}
