import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { NamedRef } from './model.ts'
import { leftOutOf, readWhole } from './read.ts'
import type { Comparison, Difference } from './rules/agreement.ts'

type Shortfall = { count: number; worst: NamedRef[] }

export type ScopeSituation = {
  /** units, sites, activities and roles that somebody decided on */
  decided: number
  elementsUndecided: Shortfall
  /** in scope, though their unit or role is not; decided elements that are there no longer */
  inventoryDiffers: Shortfall
  /** what the approved wording lacks, or names though it is inside no longer */
  wordingDiffers: Shortfall
  /** where the approved Statement of Applicability does not fit the scope */
  statementDiffers: Shortfall
  /** systems left out though they take decisions about people, or help to */
  peopleLeftOut: Shortfall
}

/** What readiness asks about the scope. Systems that are not decided are told by their own register. */
export async function readScopeSituation(tx: Transaction, org: OrganizationId): Promise<ScopeSituation> {
  const { elements, systems, comparisons } = await readWhole(tx, org)
  const of = (wanted: Comparison['with']) => comparisons.find((one) => one.with === wanted)?.differences ?? []
  const inventory = of('inventory')
  const shortfall = shortfallIn(org)
  return {
    decided: elements.filter(({ decision }) => decision !== 'undecided').length,
    elementsUndecided: shortfall(inventory.filter(({ kind }) => kind === 'element-undecided')),
    inventoryDiffers: shortfall(
      inventory.filter(({ kind }) => kind !== 'element-undecided' && kind !== 'system-undecided'),
    ),
    wordingDiffers: shortfall(of('wording')),
    statementDiffers: shortfall(of('statement')),
    peopleLeftOut: firstOf(leftOutOf(systems).map(({ ref, name }) => ({ ref, name }))),
  }
}

const worst = 5

function firstOf(named: NamedRef[]): Shortfall {
  return { count: named.length, worst: named.slice(0, worst) }
}

/** Elements have no page of their own, so the organization is cited for them, under their name. */
function shortfallIn(org: OrganizationId): (differences: readonly Difference[]) => Shortfall {
  const cite = ({ ref, name }: Difference): NamedRef =>
    /^(unit|site|activity|role):/.test(ref) ? { ref: `organization:${org}`, name } : { ref, name }
  return (differences) => ({ count: differences.length, worst: differences.slice(0, worst).map(cite) })
}
