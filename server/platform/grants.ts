import type { Permissions, Relation, Role } from '#kernel/permission.ts'

/** Where a record stands, as far as permissions ask. */
export type Standing = { owner?: string | null; unit?: string | null }

/** What an actor may do in one organization. */
export type Grants = {
  person: string | null
  roles: readonly string[]
  /** in at least one relation */
  has(permission: string): boolean
  /** for this record */
  allows(permission: string, standing: Standing): boolean
  all(): readonly string[]
}

/** The grants of a person who holds these roles in this unit. */
export function grantsOfPerson(
  permissions: Permissions,
  holder: { person: string; unit: string | null; roles: readonly Role[] },
): Grants {
  const held = new Map<string, Set<Relation>>()
  for (const [permission, byRole] of Object.entries(permissions)) {
    const relations = holder.roles.flatMap((role) => byRole[role] ?? [])
    if (relations.length > 0) held.set(permission, new Set(relations))
  }
  return {
    person: holder.person,
    roles: holder.roles,
    has: (permission) => held.has(permission),
    all: () => [...held.keys()],
    allows(permission, { owner, unit }) {
      const relations = held.get(permission)
      if (!relations) return false
      if (relations.has('any')) return true
      if (relations.has('own') && owner === holder.person) return true
      return relations.has('unit') && unit !== undefined && unit !== null && unit === holder.unit
    },
  }
}

/** The grants of a machine: exactly its scopes, on any record. */
export function grantsOfScopes(scopes: readonly string[]): Grants {
  return {
    person: null,
    roles: ['machine'],
    has: (permission) => scopes.includes(permission),
    allows: (permission) => scopes.includes(permission),
    all: () => scopes,
  }
}

/** Whoever founds an organization may do that one thing in it, before any role exists. */
export const foundersGrants: Grants = grantsOfScopes(['organization:found'])
