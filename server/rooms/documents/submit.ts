import { refuse, type Result } from '#kernel/result.ts'
import type { Change } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { type NamedPerson, peopleWhoMay } from '#rooms/identity/index.ts'
import { done, loadVersion, type Unwritable, type VersionDone } from './loaded.ts'
import { permissions, submit, type SubmitRefusal, takeBack, type WrongState } from './model.ts'
import { saveVersion } from './versions-store.ts'

export type NoApprover = { kind: 'no-such-approver'; mayApprove: NamedPerson[] }

/** Puts a draft before the people who may approve it, or before one of them. */
export async function submitVersion(
  it: Change,
  { id, number }: { id: string; number: number },
  approver: string | null,
): Promise<Result<VersionDone, Unwritable | SubmitRefusal | NoApprover>> {
  const found = await loadVersion(it, id, number)
  if (!found.ok) return found
  const { version } = found.value
  const submitted = submit(version, { on: asDay(it.now), approver })
  if (!submitted.ok) return submitted
  if (approver) {
    const mayApprove = await whoMayApprove(it, version.authors)
    if (!mayApprove.some((one) => one.id === approver)) return refuse({ kind: 'no-such-approver', mayApprove })
  }
  await saveVersion(it.tx, it.org, submitted.value)
  return done(id, number, 'document.submitted')
}

/** Takes a version back before it is decided on. */
export async function takeBackVersion(
  it: Change,
  id: string,
  number: number,
): Promise<Result<VersionDone, Unwritable | WrongState>> {
  const found = await loadVersion(it, id, number)
  if (!found.ok) return found
  const taken = takeBack(found.value.version)
  if (!taken.ok) return taken
  await saveVersion(it.tx, it.org, taken.value)
  return done(id, number, 'document.taken-back')
}

/** The people who hold the permission to approve and did not write on it. */
export async function whoMayApprove(
  { org, tx, now }: Pick<Change, 'org' | 'tx' | 'now'>,
  authors: readonly string[],
): Promise<NamedPerson[]> {
  return await peopleWhoMay(tx, org, {
    byRole: permissions['documents:approve'],
    today: asDay(now),
    except: [...authors],
  })
}
