import type { View } from '#platform/http/request.ts'
import { dayOf } from '#platform/today.ts'
import { peopleWhoMay } from '#rooms/identity/index.ts'
import type { EvidenceRecord } from './contract.ts'
import { isOwn, permissions } from './model.ts'
import { findEvidence } from './store.ts'

/** A piece of evidence with the people who may review it: those who neither collected nor recorded it. */
export async function readEvidence(view: View, id: string): Promise<EvidenceRecord | undefined> {
  const { tx, org } = view
  const today = await dayOf(view)
  const found = await findEvidence(tx, org, id, today)
  if (!found) return undefined
  const people = await peopleWhoMay(tx, org, { byRole: permissions['evidence:review'], today })
  const by = { collector: found.collector.ref, recordedBy: found.recordedBy.ref }
  return { ...found, mayReview: people.filter((person) => !isOwn(by, person.id)) }
}
