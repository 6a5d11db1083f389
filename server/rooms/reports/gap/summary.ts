import type { ReportFinding } from './source.ts'
import { type Group, groupsOf, standingOf } from './standings.ts'

/** An area where records are asked for and are not there, or have lapsed. */
export type Gap = { group: Group; missing: number; stale: number }

/** Where most is missing, the worst first. */
export function biggestGaps(findings: readonly ReportFinding[], limit: number): Gap[] {
  return groupsOf(findings)
    .map((group) => ({ group, missing: group.counts.missing, stale: group.counts.stale }))
    .filter(({ missing, stale }) => missing + stale > 0)
    .toSorted((a, b) => b.missing + b.stale - (a.missing + a.stale))
    .slice(0, limit)
}

/** What to do, and which clauses and controls it moves. */
export type Step = { text: string; refs: string[] }

/** The next steps: what has lapsed, then what is missing, then what is said and not shown; what moves more comes first. */
export function nextSteps(findings: readonly ReportFinding[], limit: number): Step[] {
  const open = findings.filter(({ next, level }) => next !== '' && level !== 'not-yet-recorded')
  return [...Map.groupBy(open, ({ next }) => next)]
    .map(([text, group]) => ({ text, refs: group.map(({ ref }) => ref), urgency: Math.min(...group.map(urgencyOf)) }))
    .toSorted((a, b) => a.urgency - b.urgency || b.refs.length - a.refs.length)
    .slice(0, limit)
    .map(({ text, refs }) => ({ text, refs }))
}

function urgencyOf(finding: ReportFinding): number {
  const standing = standingOf(finding)
  if (standing === 'stale') return 0
  if (standing === 'missing') return 1
  return finding.disagreement === 'declared-above' ? 2 : 3
}

export function disagreementsOf(findings: readonly ReportFinding[]): ReportFinding[] {
  return findings.filter(({ disagreement }) => disagreement !== null)
}
