import { type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { AiSystemEdit } from './contract.ts'
import type { ReferenceRefusal, ReferenceTaken } from './register.ts'
import { fieldColumns, findByReference, findMissing, loadAiSystem, updateAiSystem } from './store.ts'

export type EditRefusal =
  | ReferenceRefusal
  | ReferenceTaken
  | { kind: 'not-found' }
  | { kind: 'forbidden' }
  | { kind: 'stale'; currentVersion: number }

/** Changes what is written about a system. A change of purpose, provenance, supplier or decisions about persons is a fact of its own. */
export async function editAiSystem(
  it: Change,
  id: string,
  version: number,
  edit: AiSystemEdit,
): Promise<Result<Changed<{ id: string }>, EditRefusal>> {
  const { org, tx, grants, now } = it
  const found = await loadAiSystem(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (!grants.allows('ai-systems:edit', found)) return refuse({ kind: 'forbidden' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  const problems = await findMissing(tx, org, edit)
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const existing = edit.reference && (await findByReference(tx, org, edit.reference))
  if (existing && existing !== id) return refuse({ kind: 'reference-taken', existing })

  const { use, supplier } = await changesOfUse(tx, org, id, edit)
  await updateAiSystem(tx, org, id, { ...fieldColumns(edit), ...(use.length > 0 && { use_changed_at: now }) })
  const subject = subjectRef('ai-system', id)
  return ok({ value: { id }, facts: editFacts(subject, supplier ? [...use, 'supplier'] : use) })
}

type UseChange = 'purpose' | 'provenance' | 'individual-decisions' | 'fine-tuning' | 'decides'
type Changes = { use: UseChange[]; supplier: boolean }

/** What of the system's use becomes another (confirmed roles rest on it, and the need for certification may), and whether its supplier does. */
async function changesOfUse(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  { purpose, provenance, individualDecisions, supplier }: AiSystemEdit,
): Promise<Changes> {
  const before = await tx
    .selectFrom('ai_systems')
    .select(['purpose', 'provenance', 'individual_decisions', 'supplier'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const changes: UseChange[] = []
  if (purpose !== undefined && purpose !== before.purpose) changes.push('purpose')
  if (provenance !== undefined && provenance !== before.provenance) {
    changes.push('provenance')
    if (provenance === 'fine-tuned') changes.push('fine-tuning')
  }
  if (individualDecisions !== undefined && individualDecisions !== before.individual_decisions) {
    changes.push('individual-decisions')
    if (individualDecisions === 'supports' || individualDecisions === 'decides') changes.push('decides')
  }
  // to write down who the supplier has always been changes nothing
  const another = supplier !== undefined && before.supplier !== '' && supplier !== before.supplier
  return { use: changes, supplier: another }
}

const factOf: Record<UseChange | 'supplier', string> = {
  supplier: 'ai-system.supplier-changed',
  purpose: 'ai-system.purpose-changed',
  provenance: 'ai-system.provenance-changed',
  'individual-decisions': 'ai-system.individual-decisions-changed',
  'fine-tuning': 'ai-system.fine-tuning-stated',
  decides: 'ai-system.individual-decisions-stated',
}

function editFacts(subject: SubjectRef, changes: (UseChange | 'supplier')[]): [Fact, ...Fact[]] {
  return [{ type: 'ai-system.edited', subject }, ...changes.map((change) => ({ type: factOf[change], subject }))]
}
