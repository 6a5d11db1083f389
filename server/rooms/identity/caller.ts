import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import type { OrganizationId } from '#kernel/id.ts'
import type { Permissions } from '#kernel/permission.ts'
import { roles, type Role } from '#kernel/permission.ts'
import type { Who } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type Grants, grantsOfPerson, grantsOfScopes } from '#platform/grants.ts'
import type { Caller } from '#platform/http/caller.ts'
import { hashToken } from '#platform/secrets.ts'
import type { Accounts, SessionHours } from './accounts/accounts.ts'

/** Turns the request's key or cookie into who is asking. The database's own functions are the only way from a token to an organization. */
export function findCaller(pool: Pool, accounts: Accounts): (request: FastifyRequest) => Promise<Caller | null> {
  return async (request) => {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (bearer) return await machineOf(pool, bearer)
    const token = accounts.tokenOf(request.cookies)
    return token ? await personOf(pool, token, accounts.sessions) : null
  }
}

async function machineOf(pool: Pool, key: string): Promise<Caller | null> {
  const { rows } = await pool.query<{ organization: OrganizationId; key: string; scopes: string[] }>(
    'select organization, key, scopes from identity.resolve_api_key($1)',
    [hashToken(key)],
  )
  const found = rows[0]
  if (found) await pool.query('select identity.note_key_use($1, $2)', [found.organization, found.key])
  return found
    ? {
        actor: `machine:${found.key}`,
        person: null,
        organization: found.organization,
        session: null,
        scopes: found.scopes,
      }
    : null
}

async function personOf(pool: Pool, token: string, lasts: SessionHours): Promise<Caller | null> {
  const { rows } = await pool.query<{ session: string; person: string; organization: OrganizationId | null }>(
    'select session, person, organization from identity.use_session($1, make_interval(hours => $2), make_interval(hours => $3))',
    [token, lasts.idleHours, lasts.longestHours],
  )
  const found = rows[0]
  if (!found) return null
  const { session, person, organization } = found
  return { actor: `person:${person}`, person, organization, session }
}

/** What the actor may do: a person's roles that have not expired, while the person is active; a machine's scopes. */
export function loadGrants(permissions: Permissions): (tx: Transaction, who: Who) => Promise<Grants | null> {
  return async (tx, { org, person, scopes }) => {
    if (scopes) return grantsOfScopes(scopes)
    if (!person) return null
    const rows = await tx
      .selectFrom('people as p')
      .innerJoin('memberships as m', (join) =>
        join.onRef('m.org_id', '=', 'p.org_id').onRef('m.person_id', '=', 'p.id'),
      )
      .select(['m.role', 'p.unit_id'])
      .where('p.org_id', '=', org)
      .where('p.id', '=', person)
      .where('p.state', '=', 'active')
      .where((where) => where.or([where('m.expires_on', 'is', null), where('m.expires_on', '>=', today())]))
      .execute()
    if (rows.length === 0) return null
    return grantsOfPerson(permissions, {
      person,
      unit: rows[0]?.unit_id ?? null,
      roles: rows.map(({ role }) => asRole(role)),
    })
  }
}

function asRole(text: string): Role {
  const role = roles.find((known) => known === text)
  if (!role) throw new Error(`unknown role ${text}`)
  return role
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
