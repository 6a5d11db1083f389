import type { ActAnswers } from './answers.ts'
import { classOf, classTexts, highRiskOf, isHighRisk, prohibitedOf, reachOf } from './classify.ts'
import { dutiesOf } from './duties.ts'
import { gpaiLabels, transparencyExceptionLabels, transparencyLabels } from './labels.ts'
import type { ActResult, Core, Finding, HighRiskVerdict } from './result.ts'
import { rolesOf } from './roles.ts'
import type { ActClass, TransparencyException, TransparencyFact } from './words.ts'
import { whatWouldChange } from './would-change.ts'

/** Changes with every change of a rule, so that an earlier result is never read as one of today's rules. */
export const actRules = '1'

/** What a person decided against or beside the answers. */
export type Decided = { class?: ActClass; dates?: Readonly<Record<string, string>> }

/**
 * What Regulation (EU) 2024/1689 asks of the organization for one AI system: its roles, forbidden practices, whether the
 * system is high-risk, transparency, models for general purposes, and the duties with article, date and source. The same
 * answers and decisions always give the same result. It is a reading by rules, no legal advice.
 */
export function assessAct(answers: ActAnswers, decided: Decided = {}): ActResult {
  const core = coreOf(answers, decided)
  return { ...core, wouldChange: whatWouldChange(answers, (other) => coreOf(other)) }
}

function coreOf(answers: ActAnswers, decided: Decided = {}): Core {
  const reach = reachOf(answers)
  const prohibited = prohibitedOf(answers)
  const highRisk = highRiskOf(answers)
  const told = transparencyOf(answers)
  const sides = { reached: reach.reached, prohibited: prohibited.length > 0, transparent: told.facts.length > 0 }
  const computedClass = classOf({ ...sides, highRisk: highRisk.verdict })
  const actClass = decided.class ?? computedClass
  const verdict = verdictUnder(actClass, highRisk.verdict)
  const roles = rolesOf(answers, isHighRisk(verdict))
  const standing = { answers, roles: roles.map(({ role }) => role), verdict, class: actClass, transparency: told.facts }
  const overruled = { text: classTexts.decided, article: 'Art. 6' }
  return {
    rules: actRules,
    class: actClass,
    computedClass,
    roles,
    prohibited,
    highRisk: { verdict, reasons: actClass === computedClass ? highRisk.reasons : [overruled, ...highRisk.reasons] },
    transparency: told.findings,
    gpai: answers.gpai === 'none' ? [] : [{ text: gpaiLabels[answers.gpai], article: 'Art. 51, Art. 53' }],
    notes: [...reach.reasons, ...notesOf(roles.length === 0)],
    duties: dutiesOf(standing).map((duty) => {
      const on = decided.dates?.[duty.id]
      return on === undefined ? duty : { ...duty, date: { ...duty.date, on } }
    }),
  }
}

/** A class that a person decided stands for the verdict that it needs. */
function verdictUnder(actClass: ActClass, computed: HighRiskVerdict): HighRiskVerdict {
  if (actClass === 'high-risk') return isHighRisk(computed) ? computed : 'decided'
  if (actClass === 'exempted') return 'exempted'
  if (actClass === 'prohibited') return computed
  return 'no'
}

export const noteTexts = {
  noRole: { text: 'By these answers the organization holds no role of the Act for this system.', article: 'Art. 3' },
  advice: { text: 'This is a reading by rules in our own words, no legal advice.', article: '' },
} as const

function notesOf(roleless: boolean): Finding[] {
  return [...(roleless ? [noteTexts.noRole] : []), noteTexts.advice]
}

const lifts: Record<TransparencyException, readonly TransparencyFact[]> = {
  obvious: ['talks-to-people'],
  'standard-editing': ['generates-content'],
  'editorial-responsibility': ['public-interest-text'],
  'crime-by-law': ['talks-to-people', 'generates-content', 'emotion-or-biometric', 'deep-fake', 'public-interest-text'],
}

/** Art. 50: what is left after the exceptions, and both as findings. */
function transparencyOf({ transparency, transparencyExceptions }: ActAnswers): {
  facts: TransparencyFact[]
  findings: Finding[]
} {
  const lifted = transparencyExceptions.flatMap((exception) => lifts[exception])
  const facts = transparency.filter((fact) => !lifted.includes(fact))
  const used = transparencyExceptions.filter((one) => lifts[one].some((fact) => transparency.includes(fact)))
  return {
    facts,
    findings: [
      ...facts.map((fact) => transparencyLabels[fact]),
      ...used.map((one) => transparencyExceptionLabels[one]),
    ],
  }
}
