import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { ViewDraft, ViewEdit } from './contract.ts'
import { mostOwnViews } from './model.ts'
import { countOwn, deleteOwn, findOwn, insertOwn, isOwnNameTaken, updateOwn } from './store.ts'

type Own = { tx: Transaction; org: OrganizationId; person: string }
type NameTaken = { kind: 'name-taken' }
type NotFound = { kind: 'not-found' }

/** Keeps a view for oneself. It says something about its reader and nothing about a record, so it leaves no fact. */
export async function keepView(
  { tx, org, person }: Own,
  draft: ViewDraft,
): Promise<Result<{ id: string }, NameTaken | { kind: 'too-many-views' }>> {
  if ((await countOwn(tx, org, person)) >= mostOwnViews) return refuse({ kind: 'too-many-views' })
  const id = uuidv7()
  return (await insertOwn(tx, org, person, { ...draft, id })) ? ok({ id }) : refuse({ kind: 'name-taken' })
}

/** Renames a view of one's own, or has it show something else. */
export async function editView(
  { tx, org, person }: Own,
  id: string,
  edit: ViewEdit,
): Promise<Result<{ id: string }, NameTaken | NotFound>> {
  const found = await findOwn(tx, org, person, id)
  if (!found) return refuse({ kind: 'not-found' })
  const taken = await isOwnNameTaken(tx, org, person, { ...found, name: edit.name ?? found.name }, id)
  if (taken) return refuse({ kind: 'name-taken' })
  await updateOwn(tx, org, id, edit)
  return ok({ id })
}

/** Forgets a view of one's own. */
export async function forgetView({ tx, org, person }: Own, id: string): Promise<Result<{ id: string }, NotFound>> {
  if (!(await findOwn(tx, org, person, id))) return refuse({ kind: 'not-found' })
  await deleteOwn(tx, org, id)
  return ok({ id })
}
