import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { iso22989RoleNames } from './template-facts.ts'

/** Every registered system (neither retired nor dismissed) as the scope of the management system looks at it. One query. */
export async function listSystemsForScope(tx: Transaction, org: OrganizationId) {
  const rows = await tx
    .selectFrom('ai_systems as s')
    .leftJoin('units as u', (join) => join.onRef('u.org_id', '=', 's.org_id').onRef('u.id', '=', 's.unit_id'))
    .select([
      's.id',
      's.name',
      's.scope',
      's.scope_reason',
      's.unit_id',
      's.iso_roles',
      's.provenance',
      's.individual_decisions',
      'u.name as unit',
    ])
    .where('s.org_id', '=', org)
    .where('s.state', 'not in', ['retired', 'dismissed'])
    // what somebody asked for is no system of ours before it was accepted
    .where(sql<boolean>`s.intake is distinct from 'open'`)
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
  return rows.map(({ id, name, scope, scope_reason, unit_id, unit, iso_roles, provenance, individual_decisions }) => ({
    ref: `ai-system:${id}`,
    name,
    scope: asScope(scope),
    reason: scope_reason,
    provenance,
    /** it takes decisions about people, or helps to */
    concernsPeople: individual_decisions === 'supports' || individual_decisions === 'decides',
    unit: unit_id === null ? null : { ref: `unit:${unit_id}`, name: unit ?? '' },
    roles: iso_roles.map((role) => ({ ref: `role:${role}`, name: iso22989RoleNames[role] ?? role })),
  }))
}

function asScope(text: string): 'undecided' | 'in' | 'out' {
  if (text === 'in' || text === 'out' || text === 'undecided') return text
  throw new Error(`no decision on scope is called ${text}`)
}
