import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { View } from '#platform/http/request.ts'
import { dayOf } from '#platform/today.ts'
import { peopleWhoMay } from '#rooms/identity/index.ts'
import type { DocumentRecord, DocumentView, VersionView } from './contract.ts'
import { type DocumentVersion, permissions, placeholdersLeft } from './model.ts'
import { listReviews } from './reviews-store.ts'
import type { Audience } from './document-rows.ts'
import { findDocument } from './store.ts'
import { findVersion, listVersions } from './versions-store.ts'

/** Drafts, obsolete versions and what is for the management system alone need a permission of their own. */
export function audienceOf({ grants }: Pick<View, 'grants'>): Audience {
  return grants.has('documents:read-all') ? 'aims' : 'everyone'
}

export async function readDocument(view: View, id: string): Promise<DocumentRecord | undefined> {
  const { tx, org } = view
  const audience = audienceOf(view)
  const document = await findDocument(tx, org, id, { audience, today: await dayOf(view) })
  if (!document) return undefined
  const versions = await listVersions(tx, org, id)
  const reviews = audience === 'aims' ? await listReviews(tx, org, id) : []
  return { ...document, reviews, versions: audience === 'aims' ? versions : versions.filter(isEffective) }
}

export type ReadVersion = { document: DocumentView; version: VersionView; it: DocumentVersion }

export async function readVersion(view: View, id: string, number: number): Promise<ReadVersion | undefined> {
  const { tx, org } = view
  const audience = audienceOf(view)
  const today = await dayOf(view)
  const document = await findDocument(tx, org, id, { audience, today })
  const found = document && (await findVersion(tx, org, id, number))
  if (!found || (audience === 'everyone' && !isEffective(found.head))) return undefined
  const body = found.it.content.kind === 'text' ? found.it.content.body : null
  const byRole = permissions['documents:approve']
  const mayApprove = await peopleWhoMay(tx, org, { byRole, today, except: found.it.authors })
  return { document, it: found.it, version: { ...found.head, body, missing: placeholdersLeft(body ?? ''), mayApprove } }
}

function isEffective({ state }: { state: string }): boolean {
  return state === 'effective'
}

/** The name that stands on what is printed. */
export async function readOrganizationName(tx: Transaction, org: OrganizationId): Promise<string> {
  const found = await tx.selectFrom('organizations').select('name').where('org_id', '=', org).executeTakeFirstOrThrow()
  return found.name
}
