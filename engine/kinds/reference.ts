import { type Cell, type GroupValue, sizeOf } from '@assay/measures'
import { listed } from '../count/resolve.ts'
import type { FairnessPlan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import { nameOf } from './judged.ts'

/**
 * The group that the others of an attribute are compared with: the one that the plan names, else the largest with known values; null for
 * comparisons with everybody else. Throws Refused where the named group is not in the file.
 */
export function referenceOf(cells: Cell[], attribute: string[], plan: FairnessPlan): Cell | null {
  if (plan.compareWith === 'rest') return null
  const named = plan.compareWith === 'largest' ? null : namedReference(attribute, plan)
  if (named === null) {
    const known = cells.filter(({ key }) => !key.includes(null))
    return known.reduce<Cell | null>((most, it) => (most !== null && sizeOf(most) >= sizeOf(it) ? most : it), null)
  }
  const found = cells.find(({ key }) => JSON.stringify(key) === JSON.stringify(named))
  if (found !== undefined) return found
  const path = `reference.${attribute.join(',')}`
  return refuse(path, `there is no group "${nameOf(named)}"; there are ${listed(cells.map(({ key }) => nameOf(key)))}`)
}

/** What is named for the attribute itself or, of a combination, for each of its columns. */
function namedReference(attribute: string[], { reference }: FairnessPlan): GroupValue[] | null {
  const own = valueOf(reference, attribute.join(','))
  if (own !== undefined) return Array.isArray(own) ? own : [own]
  const single = attribute.map((it) => valueOf(reference, it))
  return single.every((it) => typeof it === 'string') ? single : null
}

/** An attribute may be named like a property that every object has. */
function valueOf(reference: FairnessPlan['reference'], attribute: string): string | string[] | undefined {
  return Object.hasOwn(reference, attribute) ? reference[attribute] : undefined
}
