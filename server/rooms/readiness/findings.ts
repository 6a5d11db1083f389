import { readinessRule } from '@assay/frameworks'
import { compareLevels, type Declared, type Finding, judgedFramework, type Reason } from './model.ts'
import { appliedFor } from './rules/applicability.ts'
import { rules } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import type { Situation } from './situation.ts'

/**
 * Where every clause and control stands, from the records alone: the same situation always gives the same findings. Pure;
 * 70 findings in the order of the standard.
 */
export function readiness(situation: Situation): Finding[] {
  return rules.map((rule) => findingOf(rule, situation))
}

function findingOf(rule: Rule, situation: Situation): Finding {
  const { ref } = rule
  const { level, stale, reasons, next } = rule.judge(situation)
  const content = readinessRule(ref)
  if (!content) throw new Error(`${ref} has a rule and no content`)
  const declared: Declared | null = situation.interview.answers[ref] ?? null
  const disagreement = declared ? compareLevels(declared.level, level) : null
  const all = content.canBeExcluded ? [...appliedFor(ref, situation), ...reasons] : reasons
  const judged = { ref, framework: judgedFramework, reachable: content.levels, stale, reasons: all, next, declared }
  // `not-applicable` comes from the Statement of Applicability alone, and is there for controls alone.
  const excluded = content.canBeExcluded ? exclusionOf(ref, situation) : undefined
  if (excluded) {
    const disagreement = declared ? compareLevels(declared.level, 'not-applicable') : null
    const said = { ...judged, stale: false, reasons: [excluded], next: '' }
    return { ...said, kind: 'control', level: 'not-applicable', disagreement }
  }
  return { ...judged, kind: content.canBeExcluded ? 'control' : 'clause', level, disagreement }
}

/** The exclusion of a control that stands today, with the reason of the approved Statement of Applicability. */
function exclusionOf(ref: string, { controls: { statement } }: Situation): Reason | undefined {
  const reason = statement?.excluded[ref]
  if (!statement || reason === undefined) return undefined
  const { name, approvedBy } = statement
  const cites = [{ ref: statement.ref, name }]
  return { kind: 'note', text: `Excluded in the ${name}, approved by ${approvedBy}: ${reason}`, cites }
}
