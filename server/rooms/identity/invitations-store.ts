import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Role } from '#kernel/permission.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { InvitationView } from './contract.ts'

export async function listInvitations(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery,
  now: Date,
): Promise<Page<InvitationView>> {
  const rows = tx
    .selectFrom('invitations as i')
    .where('i.org_id', '=', org)
    .select([
      'i.id',
      'i.version',
      'i.email',
      'i.name',
      'i.roles',
      'i.roles_expire_on',
      'i.state',
      'i.expires_at',
      'i.changed_at',
    ])
  const page = await readPage(rows, query, {
    orders: { changedAt: 'i.changed_at', email: 'i.email' },
    fallback: '-changedAt',
    id: 'i.id',
  })
  return {
    ...page,
    items: page.items.map(({ id, version, email, name, roles, roles_expire_on, state, expires_at, changed_at }) => ({
      id,
      version,
      email: email ?? '',
      name: name ?? '',
      roles: roles as Role[],
      rolesExpireOn: roles_expire_on,
      state: asState(state, expires_at <= now),
      expiresAt: expires_at,
      changedAt: changed_at,
    })),
  }
}

function asState(state: string, over: boolean): InvitationView['state'] {
  if (state === 'pending') return over ? 'expired' : 'pending'
  if (state === 'prepared') return state
  if (state === 'accepted' || state === 'withdrawn') return state
  throw new Error(`an invitation cannot be ${state}`)
}
