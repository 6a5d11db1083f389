import { subjectRef } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { carryOver, type CarryRefusal, takeBack } from '#rooms/organization/index.ts'
import { RiskDraft } from './contract.ts'
import { identifyRisk, type IdentifyRefusal } from './identify.ts'
import { removeUntouched } from './remove-untouched.ts'

type Done<Refusal> = Promise<Result<Changed<{ id: string }>, Refusal>>

/** Carries what an interested party requires over as the risk of not meeting it (4.2, 6.1.1); who carries it over names it. */
export async function identifyFromRequirement(
  it: Change,
  { requirement, title }: { requirement: string; title: string },
): Done<IdentifyRefusal | CarryRefusal> {
  return await carryOver(it, { requirement, kind: 'risk' }, ({ statement, party }) =>
    identifyRisk(it, RiskDraft.parse({ title, source: `${party}: ${statement}` })),
  )
}

/** Takes it back, as long as nobody worked on the risk that came of it. */
export async function undoFromRequirement(
  it: Change,
  id: string,
): Done<{ kind: 'not-found' } | { kind: 'changed-since' }> {
  return await takeBack(it, { subject: subjectRef('risk', id) }, () => removeUntouched(it, id))
}
