import type { Element, ElementKind, ScopedSystem } from '../model.ts'

// Above this a certificate names their number; the register names them all.
const systemsNamed = 8

/**
 * The scope in one sentence as it could stand on a certificate, from what is inside; and the kinds of element of which nothing is
 * inside yet, though there is something to decide.
 */
export function certificateWording({
  organization,
  elements,
  systems,
  statement,
}: {
  organization: string
  elements: readonly Element[]
  systems: readonly ScopedSystem[]
  statement: { number: number } | null
}): { wording: string; lacks: (ElementKind | 'system')[] } {
  const within = (kind: ElementKind) =>
    elements.filter((one) => one.kind === kind && one.decision === 'in' && !one.gone).map(({ name }) => name)
  const inside = systems.filter(({ scope }) => scope === 'in').map(({ name }) => name)
  const [activities, roles, units, sites] = [within('activity'), within('role'), within('unit'), within('site')]
  const parts = [
    `The AI management system of ${organization} covers ${activities.length > 0 ? listed(activities) : 'its work with AI'}`,
    ...(inside.length > 0 ? [`for ${named(inside)}`] : []),
    ...(roles.length > 0 ? [`in the role of ${listed(roles)}`] : []),
    ...(units.length > 0 ? [`by ${listed(units)}`] : []),
    ...(sites.length > 0 ? [`at ${listed(sites)}`] : []),
  ]
  const applied = statement ? `, in line with version ${statement.number} of the Statement of Applicability` : ''
  return {
    wording: `${parts.join(', ')}${applied}.`,
    lacks: [
      ...(activities.length === 0 ? (['activity'] as const) : []),
      ...(inside.length === 0 ? (['system'] as const) : []),
      ...(['role', 'unit', 'site'] as const).filter(
        (kind) => within(kind).length === 0 && elements.some((one) => one.kind === kind && !one.gone),
      ),
    ],
  }
}

function named(systems: string[]): string {
  if (systems.length > systemsNamed) return `the ${systems.length} AI systems of its register that are in scope`
  return systems.length === 1 ? `the AI system ${listed(systems)}` : `the AI systems ${listed(systems)}`
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
