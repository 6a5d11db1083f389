import { type Permissions, type Role, everyone, managers, readers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

/** What this room lets whom do. */
export const permissions = {
  'organization:read': everyone,
  'organization:edit': managers,
  'organization:remove-sample': { owner: 'any' },
  'people:read': everyone,
  'people:invite': managers,
  'people:edit': managers,
  'people:assign-roles': managers,
  'people:disable': managers,
  'people:reset-password': managers,
  'people:erase': { owner: 'any' },
  'units:read': everyone,
  'units:edit': managers,
  'api-keys:read': managers,
  'api-keys:create': managers,
  'api-keys:revoke': managers,
  'audit-trail:read': readers,
} satisfies Permissions

export type GrantRefusal = { kind: 'more-than-you-hold'; permissions: string[] }

/** Nobody can grant more than they hold: every permission of each role must be among the granter's own. */
export function mayGrant(
  table: Permissions,
  held: readonly string[],
  roles: readonly Role[],
): Result<readonly Role[], GrantRefusal> {
  const missing = Object.entries(table)
    .filter(([permission, byRole]) => roles.some((role) => byRole[role]) && !held.includes(permission))
    .map(([permission]) => permission)
  return missing.length > 0 ? refuse({ kind: 'more-than-you-hold', permissions: missing }) : ok(roles)
}

export type PasswordRefusal = { kind: 'weak-password' }

/** NIST SP 800-63B: length decides; at least 12 characters, at most 128, not the person's own name or address. */
export function acceptPassword(
  password: string,
  { name, email }: { name: string; email: string },
): Result<string, PasswordRefusal> {
  const lower = password.toLowerCase()
  const guessable = [email.toLowerCase(), email.toLowerCase().split('@')[0] ?? '', name.toLowerCase()]
  const weak = password.length < 12 || password.length > 128 || new Set(lower).size < 5
  return weak || guessable.includes(lower) ? refuse({ kind: 'weak-password' }) : ok(password)
}
