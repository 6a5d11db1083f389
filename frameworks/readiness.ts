import { z } from 'zod'
import { deepFreeze, once, readData } from './load.ts'
import type { Requirement } from './requirement.ts'
import { annexAControls, auditableClauses } from './requirements.ts'

/** From weakest to strongest; each contains the ones before it. */
export const readinessLevels = ['documented', 'implemented', 'operating', 'effective'] as const
export type ReadinessLevel = (typeof readinessLevels)[number]

const text = z.string().min(1)
const step = z.strictObject({ provedBy: text, next: text })
const file = z.strictObject({
  rules: z.array(
    z.strictObject({
      ref: text,
      levels: z.strictObject({
        documented: step.optional(),
        implemented: step.optional(),
        operating: step.optional(),
        effective: step.optional(),
      }),
      review: z.strictObject({ months: z.number().int().min(1), triggers: z.array(text).min(1) }).optional(),
    }),
  ),
})
type Stored = z.infer<typeof file>['rules'][number]

/** Which levels a clause or control can reach and what proves each. Content only: nothing here looks at records. */
export type ReadinessRule = {
  ref: string
  key: string
  /** The levels that can be reached, weakest first. */
  levels: readonly ReadinessLevel[]
  provedBy: Readonly<Partial<Record<ReadinessLevel, string>>>
  /** One imperative sentence for each level: what to do to reach it. */
  next: Readonly<Partial<Record<ReadinessLevel, string>>>
  /** Planned review in months (our default) and what asks for it earlier; null where it follows each event. */
  interval: { months: number; triggers: readonly string[] } | null
  /** True for controls alone: no clause of 4 to 10 can be excluded. */
  canBeExcluded: boolean
}

const rules = once(() => {
  const stored = new Map(readData('readiness-42001.yaml', file).rules.map((rule) => [rule.ref, rule]))
  const known = [...auditableClauses(), ...annexAControls()]
  if (stored.size !== known.length) throw new Error('readiness-42001.yaml has rules for refs that nobody can reach')
  return new Map(deepFreeze(known.map((requirement) => [requirement.ref, ruleOf(requirement, stored)] as const)))
})

/** The rule of one of the 70 auditable refs of ISO/IEC 42001 ("6.1.2", "A.8.3"); undefined for any other ref. */
export function readinessRule(ref: string): ReadinessRule | undefined {
  return rules().get(ref)
}

/** All 70 rules in the order of the standard. */
export function readinessRules(): readonly ReadinessRule[] {
  return [...rules().values()]
}

function ruleOf(requirement: Requirement, stored: ReadonlyMap<string, Stored>): ReadinessRule {
  const rule = stored.get(requirement.ref)
  if (!rule) throw new Error(`readiness-42001.yaml has no rule for ${requirement.ref}`)
  const levels = readinessLevels.filter((level) => rule.levels[level])
  return {
    ref: rule.ref,
    key: requirement.key,
    levels,
    provedBy: textsOf(rule, levels, 'provedBy'),
    next: textsOf(rule, levels, 'next'),
    interval: rule.review ?? null,
    canBeExcluded: requirement.kind === 'control',
  }
}

function textsOf(rule: Stored, levels: readonly ReadinessLevel[], field: 'provedBy' | 'next') {
  const texts: Partial<Record<ReadinessLevel, string>> = {}
  for (const level of levels) {
    const found = rule.levels[level]
    if (found) texts[level] = found[field]
  }
  return texts
}
