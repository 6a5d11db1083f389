import { readinessRule, type Requirement, requirementByKey } from '@assay/frameworks'
import type { FindingView, Move, RequirementFinding } from './contract.ts'
import { type Finding, type FindingLevel, judgedFramework, levels, type Standing, standingOf } from './model.ts'
import { rules } from './rules/index.ts'

export function findingView(finding: Finding): FindingView {
  const { ref, kind, framework, level, stale, reasons, next, declared, disagreement } = finding
  const it = requirementOf(ref)
  return {
    ref,
    key: it.key,
    title: titleOf(it),
    kind,
    group: groupOf(it),
    framework,
    level,
    stale,
    standing: standingOf(finding),
    reachable: [...finding.reachable],
    reasons,
    next,
    declared,
    disagreement,
  }
}

/** “General” says nothing by itself, so the clause above it says of what. */
function titleOf({ title, parent }: Requirement): string {
  return title === 'General' && parent ? `${requirementOf(parent).title}: general` : title
}

/** The clause (4 to 10) or the area of Annex A that it stands under. */
function groupOf(it: Requirement): { ref: string; title: string } {
  const ref = it.ref
    .split('.')
    .slice(0, it.kind === 'control' ? 2 : 1)
    .join('.')
  return { ref, title: requirementOf(ref).title }
}

export function requirementOf(ref: string): Requirement {
  const found = requirementByKey(`${judgedFramework}/${ref}`)
  if (!found) throw new Error(`${judgedFramework} has no ${ref}`)
  return found
}

/** What each level asks for, whether it is reached, and whether Assay keeps the records for it yet. */
export function stepsOf(finding: Finding): RequirementFinding['steps'] {
  const content = readinessRule(finding.ref)
  const recordedUpTo = rules.find(({ ref }) => ref === finding.ref)?.recordedUpTo ?? null
  return finding.reachable.map((level) => ({
    level,
    provedBy: content?.provedBy[level] ?? '',
    next: content?.next[level] ?? '',
    reached: rankOf(finding.level) >= rankOf(level),
    recorded: recordedUpTo !== null && rankOf(level) <= rankOf(recordedUpTo),
  }))
}

/** The kinds of record that prove this clause or control. */
export function recordsOf(ref: string): RequirementFinding['records'] {
  return [...(rules.find((rule) => rule.ref === ref)?.records ?? [])]
}

function rankOf(level: FindingLevel): number {
  return levels.findIndex((one) => one === level)
}

/** What stands elsewhere than before. */
export function movesBetween(before: readonly Finding[], after: readonly Finding[]): Move[] {
  const earlier = new Map(before.map((finding): [string, Standing] => [finding.ref, standingOf(finding)]))
  return after.flatMap((finding) => {
    const [from, to] = [earlier.get(finding.ref), standingOf(finding)]
    if (!from || from === to) return []
    const it = requirementOf(finding.ref)
    return [{ ref: finding.ref, key: it.key, title: titleOf(it), from, to }]
  })
}
