import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { iso22989RoleNames, listSystemsForScope } from '#rooms/ai-systems/index.ts'
import { findStatement, readCoverage } from '#rooms/controls/index.ts'
import { findOfKind } from '#rooms/documents/index.ts'
import { readProfile } from '#rooms/organization/index.ts'
import type { ScopeView } from './contract.ts'
import type { Element, ElementKind, NamedRef } from './model.ts'
import { compare, type Comparison, type Wording } from './rules/agreement.ts'
import { certificateWording } from './rules/certificate.ts'
import { findInside, listKept, listUnits } from './store.ts'

type Systems = Awaited<ReturnType<typeof listSystemsForScope>>

/** Units, sites, activities and roles with what was decided about each; and the systems of the register. */
export async function readElements(
  tx: Transaction,
  org: OrganizationId,
): Promise<{ organization: string; elements: Element[]; systems: Systems }> {
  const [profile, units, systems, kept] = [
    await readProfile(tx, org),
    await listUnits(tx, org),
    await listSystemsForScope(tx, org),
    await listKept(tx, org),
  ]
  const held = new Map(
    systems.filter(({ scope }) => scope === 'in').flatMap(({ roles }) => roles.map((one) => [one.ref, one])),
  )
  const there: (NamedRef & { kind: ElementKind })[] = [
    ...kept
      .filter(({ kind }) => kind === 'activity')
      .map(({ id, name }) => ({ ref: `activity:${id}`, kind: 'activity' as const, name })),
    ...units.map(({ id, name }) => ({ ref: `unit:${id}`, kind: 'unit' as const, name })),
    ...[...new Set(profile.sites)].map((name) => ({ ref: `site:${name}`, kind: 'site' as const, name })),
    ...[...held.values()].map(({ ref, name }) => ({ ref, kind: 'role' as const, name })),
  ]
  const known = new Set(there.map(({ ref }) => ref))
  const decided = new Map(kept.map((one) => [refOf(one), one]))
  const gone = [...decided]
    .filter(([ref]) => !known.has(ref))
    .map(([ref, { kind, name }]) => ({ ref, kind, name: nameOf(kind, name) }))
  const elements = [...there, ...gone].map((one): Element => {
    const {
      decision = 'undecided',
      reason = '',
      decidedOn = null,
      decidedBy = null,
      version = 0,
    } = decided.get(one.ref) ?? {}
    return { ...one, decision, reason, decidedOn, decidedBy, version, gone: !known.has(one.ref) }
  })
  return { organization: profile.name, elements, systems }
}

function refOf({ id, kind, unit, name }: { id: string; kind: ElementKind; unit: string | null; name: string }): string {
  if (kind === 'activity') return `activity:${id}`
  return kind === 'unit' ? `unit:${unit ?? ''}` : `${kind}:${name}`
}

function nameOf(kind: ElementKind, name: string): string {
  return kind === 'role' ? (iso22989RoleNames[name] ?? name) : name
}

export type WholeScope = {
  organization: string
  elements: Element[]
  systems: Systems
  comparisons: Comparison[]
  document: Awaited<ReturnType<typeof findOfKind>>
  statement: Awaited<ReturnType<typeof findStatement>>
}

/** Everything that the scope is compared with, and what came of it. */
export async function readWhole(tx: Transaction, org: OrganizationId): Promise<WholeScope> {
  const { organization, elements, systems } = await readElements(tx, org)
  const document = await findOfKind(tx, org, 'scope-statement')
  const statement = await findStatement(tx, org, { state: 'approved' })
  const comparisons = compare({
    elements,
    systems,
    wording: await wordingOf(tx, org, document),
    statement: statement?.approval
      ? {
          ref: `statement-of-applicability:${statement.id}`,
          name: `Statement of Applicability, version ${statement.number}`,
          approvedOn: statement.approval.on,
        }
      : null,
    coverage: await readCoverage(tx, org),
  })
  return { organization, elements, systems, comparisons, document, statement }
}

async function wordingOf(
  tx: Transaction,
  org: OrganizationId,
  document: WholeScope['document'],
): Promise<Wording | null> {
  if (!document?.holds) return null
  const { content, number, effectiveOn } = document.holds
  return {
    document: { ref: `document:${document.id}`, name: document.title },
    effectiveOn,
    text: content.kind === 'text' ? content.body : null,
    inside: await findInside(tx, org, { document: document.id, number }),
  }
}

const shown = 50

/** The scope as its page shows it. */
export function viewOf({ organization, elements, systems, comparisons, document, statement }: WholeScope): ScopeView {
  const counted = (wanted: string) => systems.filter(({ scope }) => scope === wanted).length
  const approved = statement?.approval
  return {
    elements,
    systems: { in: counted('in'), out: counted('out'), undecided: counted('undecided') },
    leftOut: leftOutOf(systems),
    suggested: suggestedOf(systems, elements),
    certificate: certificateWording({ organization, elements, systems, statement: statement ?? null }),
    document: document
      ? {
          id: document.id,
          title: document.title,
          effective: document.holds
            ? { number: document.holds.number, on: document.holds.effectiveOn, approvedBy: document.approvedBy }
            : null,
          open: document.open ? { number: document.open.number, state: document.open.state } : null,
        }
      : null,
    statement: approved && statement ? { id: statement.id, number: statement.number, approvedOn: approved.on } : null,
    comparisons: comparisons.map(({ differences, ...rest }) => ({
      ...rest,
      total: differences.length,
      differences: differences.slice(0, shown),
    })),
  }
}

/** A scope that leaves out what decides about people invites the question why. */
export function leftOutOf(systems: Systems): { ref: string; name: string; reason: string }[] {
  return systems
    .filter(({ scope, concernsPeople }) => scope === 'out' && concernsPeople)
    .map(({ ref, name, reason }) => ({ ref, name, reason }))
}

/** What the systems in scope say is done with AI, as far as nobody recorded it. */
function suggestedOf(systems: Systems, elements: readonly Element[]): string[] {
  const inside = systems.filter(({ scope }) => scope === 'in')
  const holds = (...roles: string[]) => inside.some((one) => one.roles.some(({ ref }) => roles.includes(ref)))
  const builds = inside.some(({ provenance }) => provenance === 'built' || provenance === 'fine-tuned')
  const activities = [
    ...(builds || holds('role:producer') ? ['development of AI systems'] : []),
    ...(holds('role:provider') ? ['provision of AI systems'] : []),
    ...(inside.length > 0 ? ['use of AI systems'] : []),
  ]
  const known = new Set(elements.map(({ name }) => name.toLowerCase()))
  return activities.filter((name) => !known.has(name.toLowerCase()))
}
