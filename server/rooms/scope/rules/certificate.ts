import type { Element, ElementKind, ScopedSystem } from '../model.ts'

// Above this a certificate names their number; the register names them all.
const systemsNamed = 8

const english = {
  and: 'and',
  aims: (organization: string) => `The AI management system of ${organization} covers`,
  work: 'its work with AI',
  one: (name: string) => `for the AI system ${name}`,
  some: (names: string) => `for the AI systems ${names}`,
  many: (count: number) => `for the ${count} AI systems of its register that are in scope`,
  roles: (roles: string) => `in the role of ${roles}`,
  units: (units: string) => `by ${units}`,
  sites: (sites: string) => `at ${sites}`,
  statement: (number: number) => `in line with version ${number} of the Statement of Applicability`,
  role: (name: string) => name,
}
const german: typeof english = {
  and: 'und',
  aims: (organization) => `Das KI-Managementsystem von ${organization} umfasst`,
  work: 'die Arbeit mit KI',
  one: (name) => `für das KI-System ${name}`,
  some: (names) => `für die KI-Systeme ${names}`,
  many: (count) => `für die ${count} KI-Systeme des Registers im Anwendungsbereich`,
  roles: (roles) => `in der Rolle ${roles}`,
  units: (units) => `durch ${units}`,
  sites: (sites) => `an den Standorten ${sites}`,
  statement: (number) => `gemäß Version ${number} der Erklärung zur Anwendbarkeit`,
  role: (name) => germanRoles[name] ?? name,
}
const germanRoles: Readonly<Record<string, string>> = {
  'AI provider': 'KI-Anbieter',
  'AI producer': 'KI-Hersteller',
  'AI customer or user': 'KI-Kunde oder -Nutzer',
  'AI partner': 'KI-Partner',
  'AI subject': 'von KI betroffen',
  'relevant authority': 'zuständige Behörde',
}

type Given = {
  organization: string
  elements: readonly Element[]
  systems: readonly ScopedSystem[]
  statement: { number: number } | null
}

/**
 * The scope in one sentence as it could stand on a certificate, from what is inside, in English and in German; and the kinds of
 * element of which nothing is inside yet, though there is something to decide.
 */
export function certificateWording(it: Given): {
  wording: string
  german: string
  lacks: (ElementKind | 'system')[]
} {
  const within = (kind: ElementKind) => namesWithin(it, kind)
  return {
    wording: sentence(it, english),
    german: sentence(it, german),
    lacks: [
      ...(within('activity').length === 0 ? (['activity'] as const) : []),
      ...(it.systems.every(({ scope }) => scope !== 'in') ? (['system'] as const) : []),
      ...(['role', 'unit', 'site'] as const).filter(
        (kind) => within(kind).length === 0 && it.elements.some((one) => one.kind === kind && !one.gone),
      ),
    ],
  }
}

function namesWithin({ elements }: Given, kind: ElementKind): string[] {
  return elements.filter((one) => one.kind === kind && one.decision === 'in' && !one.gone).map(({ name }) => name)
}

function sentence(it: Given, say: typeof english): string {
  const inside = it.systems.filter(({ scope }) => scope === 'in').map(({ name }) => name)
  const within = (kind: ElementKind) => namesWithin(it, kind)
  const listed = (names: readonly string[]) => joined(names, say.and)
  const part = (names: string[], words: (listed: string) => string) => (names.length > 0 ? [words(listed(names))] : [])
  const [activities, systems] = [within('activity'), named(inside, say, listed)]
  return `${[
    `${say.aims(it.organization)} ${activities.length > 0 ? listed(activities) : say.work}`,
    ...(systems === null ? [] : [systems]),
    ...part(within('role').map(say.role), say.roles),
    ...part(within('unit'), say.units),
    ...part(within('site'), say.sites),
    ...(it.statement ? [say.statement(it.statement.number)] : []),
  ].join(', ')}.`
}

function named(systems: string[], say: typeof english, listed: (names: readonly string[]) => string): string | null {
  if (systems.length === 0) return null
  if (systems.length > systemsNamed) return say.many(systems.length)
  return systems.length === 1 ? say.one(listed(systems)) : say.some(listed(systems))
}

function joined(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`
}
