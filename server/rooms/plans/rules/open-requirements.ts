/** Where a clause or control stands, as far as planning asks; the findings of readiness have this shape. */
export type Standing = {
  ref: string
  level: string
  stale: boolean
  declared: { level: string } | null
}

const levels = ['documented', 'implemented', 'operating', 'effective']
const running = levels.indexOf('implemented')

/**
 * The requirements that the road still has to reach: those not shown to be implemented or more. Where Assay keeps no
 * records that could show it, what a person declared decides, since a plan may rest on a statement where a finding may
 * not. Null while nothing is shown and nothing was declared: then nobody knows the gap, and all of them are open.
 */
export function openRequirements(standings: readonly Standing[]): string[] | null {
  const known = standings.some(({ level, declared }) => declared !== null || levels.includes(level))
  return known ? standings.filter(isOpen).map(({ ref }) => ref) : null
}

function isOpen({ level, stale, declared }: Standing): boolean {
  const counts = level === 'not-yet-recorded' ? (declared?.level ?? 'missing') : level
  if (counts === 'not-applicable') return false
  return stale || levels.indexOf(counts) < running
}
