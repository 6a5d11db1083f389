import type { Owners } from './contract.ts'
import type { OwnerRole, PlannedTask } from './model.ts'
import type { Calculated } from './calculate.ts'
import type { Person } from './surroundings.ts'
import type { OwnedTask } from './tasks-store.ts'

/** Every task with its owner: who was named, else who has it already, else who holds its role. */
export function withOwners(
  { plan, continues }: Pick<Calculated, 'plan' | 'continues'>,
  named: Owners,
  holders: Record<OwnerRole, Person[]>,
): OwnedTask[] {
  const before = new Map(continues?.tasks.map((it) => [it.key, it.ownerId]))
  const ownerOf = ({ key, owner }: PlannedTask) => {
    const chosen = named[key]
    return chosen === undefined ? (before.get(key) ?? suggested(owner, holders)?.id ?? null) : chosen
  }
  return plan.tasks.map((it) => ({ ...it, ownerId: ownerOf(it) }))
}

/** The likeliest person for the tasks of a role. */
export function suggested(role: OwnerRole, holders: Record<OwnerRole, Person[]>): Person | null {
  return holders[role][0] ?? null
}
