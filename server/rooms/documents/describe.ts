import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { DocumentEdit } from './contract.ts'
import { fact, loadStanding, type Unwritable } from './loaded.ts'
import { findProblems, saveKeeping } from './store.ts'

export type DescribeRefusal =
  | Unwritable
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
  | { kind: 'approved-as-its-kind' }

/** Changes how a document is kept: its name, who answers for it, who reads it, for how long, how often it is looked at. */
export async function describeDocument(
  it: Change,
  id: string,
  version: number,
  edit: DocumentEdit,
): Promise<Result<Changed<{ id: string }>, DescribeRefusal>> {
  const { org, tx } = it
  const found = await loadStanding(it, id)
  if (!found.ok) return found
  const document = found.value
  if (document.version !== version) return refuse({ kind: 'stale', currentVersion: document.version })
  const { kind = document.kind } = edit
  if (document.effective && kind !== document.kind) return refuse({ kind: 'approved-as-its-kind' })
  const problems = await findProblems(tx, org, {
    ...(edit.owner && { owner: edit.owner }),
    ...(edit.code && { code: edit.code }),
    except: id,
  })
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  await saveKeeping(tx, org, id, {
    kind,
    title: edit.title ?? document.title,
    code: edit.code === undefined ? document.code : edit.code,
    owner: edit.owner === undefined ? (document.owner?.id ?? null) : edit.owner,
    publisher: document.origin === 'external' ? (edit.publisher ?? document.publisher) : null,
    readers: edit.readers ?? document.readers,
    retentionMonths: edit.retentionMonths === undefined ? document.retentionMonths : edit.retentionMonths,
    reviewMonths: edit.reviewMonths === undefined ? document.reviewMonths : edit.reviewMonths,
    reviewDueOn: edit.reviewDueOn === undefined ? document.reviewDueOn : edit.reviewDueOn,
  })
  return ok({ value: { id }, facts: [fact(id, 'document.described')] })
}
