import type { Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { carryOver, type CarryRefusal, type Required, takeBack } from '#rooms/organization/index.ts'
import { ObligationDraft } from './contract.ts'
import { type DraftRefusal, identifyObligation, obligationRef } from './identify.ts'
import type { SourceKind } from './model.ts'
import { removeUntouched } from './remove-untouched.ts'

type Done<Refusal> = Promise<Result<Changed<{ id: string }>, Refusal>>

/** What a requirement rests on, as the kind of source: what is only expected becomes a commitment of one's own. */
const kinds: Record<Required['basis'], SourceKind> = { law: 'law', contract: 'contract', expectation: 'commitment' }

/** Carries what an interested party requires over into the register (4.2), where it is decided whether it applies. */
export async function identifyFromRequirement(it: Change, requirement: string): Done<DraftRefusal | CarryRefusal> {
  return await carryOver(it, { requirement, kind: 'obligation' }, ({ statement, basis, party }) =>
    identifyObligation(it, ObligationDraft.parse({ ...draftOf(statement), sourceKind: kinds[basis], source: party })),
  )
}

/** Takes it back, as long as nobody worked on the obligation that came of it. */
export async function undoFromRequirement(
  it: Change,
  id: string,
): Done<{ kind: 'not-found' } | { kind: 'changed-since' }> {
  const fact = 'obligation.carrying-over-undone'
  return await takeBack(it, { subject: obligationRef(id) }, () => removeUntouched(it, id, fact))
}

const longestTitle = 200

/** The statement is the title; one that is longer than a title stands whole below it. */
function draftOf(statement: string): { title: string; asks: string } {
  if (statement.length <= longestTitle) return { title: statement, asks: '' }
  return { title: `${statement.slice(0, longestTitle - 1).trimEnd()}…`, asks: statement }
}
