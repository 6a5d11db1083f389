import { v7 as uuidv7 } from 'uuid'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { hashToken, makeToken } from '#platform/secrets.ts'
import type { ApiKeyDraft, ApiKeyView } from './contract.ts'

export type CreateKeyRefusal =
  | { kind: 'more-than-you-hold'; permissions: string[] }
  | { kind: 'end-in-the-past' }
  | { kind: 'people-only' }

/** Makes a key for a machine: scopes within the maker's own, an end, and a secret that is shown once. */
export async function createApiKey(
  { org, tx, grants, now, person }: Change,
  { name, scopes, expiresOn }: ApiKeyDraft,
): Promise<Result<Changed<{ id: string; key: string }>, CreateKeyRefusal>> {
  if (!person) return refuse({ kind: 'people-only' })
  const missing = scopes.filter((scope) => !grants.has(scope))
  if (missing.length > 0) return refuse({ kind: 'more-than-you-hold', permissions: missing })
  const expiresAt = new Date(`${expiresOn}T23:59:59.999Z`)
  if (expiresAt <= now) return refuse({ kind: 'end-in-the-past' })
  const id = uuidv7()
  const { token } = makeToken()
  const key = `assay_${token}`
  await tx
    .insertInto('api_keys')
    .values({
      org_id: org,
      id,
      name,
      prefix: key.slice(0, 12),
      hash: hashToken(key),
      scopes,
      expires_at: expiresAt,
      created_by: person,
    })
    .execute()
  return ok({ value: { id, key }, facts: [{ type: 'api-key.created', subject: subjectRef('api-key', id) }] })
}

export async function revokeApiKey(
  { org, tx, now }: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-found' } | { kind: 'already-revoked' }>> {
  const key = await tx
    .selectFrom('api_keys')
    .select('revoked_at')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!key) return refuse({ kind: 'not-found' })
  if (key.revoked_at) return refuse({ kind: 'already-revoked' })
  await tx.updateTable('api_keys').set({ revoked_at: now }).where('org_id', '=', org).where('id', '=', id).execute()
  return ok({ value: { id }, facts: [{ type: 'api-key.revoked', subject: subjectRef('api-key', id) }] })
}

type KeyQuery = PageQuery & { createdBy?: string | undefined; state?: 'valid' | undefined }

export async function listApiKeys(tx: Transaction, org: OrganizationId, query: KeyQuery): Promise<Page<ApiKeyView>> {
  let rows = tx
    .selectFrom('api_keys as k')
    .leftJoin('api_key_uses as u', (join) => join.onRef('u.org_id', '=', 'k.org_id').onRef('u.key_id', '=', 'k.id'))
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'k.org_id').onRef('p.id', '=', 'k.created_by'))
    .where('k.org_id', '=', org)
    .select([
      'k.id',
      'k.version',
      'k.name',
      'k.prefix',
      'k.scopes',
      'k.expires_at',
      'k.revoked_at',
      'u.last_used_at',
      'k.created_by',
      'p.name as creator',
    ])
  if (query.createdBy) rows = rows.where('k.created_by', '=', query.createdBy)
  if (query.state) rows = rows.where('k.revoked_at', 'is', null).where('k.expires_at', '>', new Date())
  const page = await readPage(rows, query, {
    orders: { name: 'k.name', expiresAt: 'k.expires_at' },
    fallback: 'name',
    id: 'k.id',
  })
  return {
    ...page,
    items: page.items.map(({ expires_at, revoked_at, last_used_at, created_by, creator, ...key }) => ({
      ...key,
      expiresAt: expires_at,
      revokedAt: revoked_at,
      lastUsedAt: last_used_at,
      createdBy: { id: created_by, name: creator ?? 'Erased person' },
    })),
  }
}
