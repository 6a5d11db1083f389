import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Finding, Scan } from './contract.ts'
import { seenAgain } from './model.ts'
import { findCandidate, insertFindings, saveJudgement } from './store.ts'

export type Received = { id: string; staged: number }

/** Puts what a scan found into the staging queue: nothing reaches the register before a person judges it. */
export async function receiveScan(it: Change, scan: Scan): Promise<Result<Changed<Received>, never>> {
  const { org, tx } = it
  const id = uuidv7()
  await tx
    .insertInto('scans')
    .values({
      org_id: org,
      id,
      files: scan.files,
      bytes: scan.bytes,
      seconds: scan.seconds.toFixed(3),
      finding_count: scan.findings.length,
      candidate_count: scan.systems.length,
    })
    .execute()
  const facts: [Fact, ...Fact[]] = [{ type: 'scan.received', subject: subjectRef('scan', id) }]
  let staged = 0
  for (const system of scan.systems) {
    const { candidate, isStaged } = await stage(it, id, system)
    if (isStaged) facts.push({ type: 'scan-candidate.staged', subject: subjectRef('scan-candidate', candidate) })
    if (isStaged) staged += 1
    if (system.findings.some(({ kind }) => kind === 'fine-tuning')) {
      facts.push({ type: 'scan-candidate.fine-tuning-found', subject: subjectRef('scan-candidate', candidate) })
    }
  }
  return ok({ value: { id, staged }, facts })
}

async function stage(
  { org, tx, seq }: Change,
  scan: string,
  system: { name: string; root: string; findings: Finding[] },
) {
  const kinds = [...new Set(system.findings.map(({ kind }) => kind))].toSorted()
  const vendors = [...new Set(system.findings.flatMap(({ vendor }) => vendor ?? []))].toSorted()
  const known = await findCandidate(tx, org, system)
  const candidate = known?.id ?? uuidv7()
  if (known) {
    await tx
      .updateTable('scan_candidates')
      .set({ last_scan_id: scan, kinds, vendors })
      .where('org_id', '=', org)
      .where('id', '=', candidate)
      .execute()
    const judgement = seenAgain(known.judgement, known.kinds, kinds)
    if (judgement !== known.judgement) await saveJudgement(tx, org, candidate, judgement)
    await insertFindings(tx, org, { seq, scan, candidate }, system.findings)
    return { candidate, isStaged: judgement !== known.judgement }
  }
  await tx
    .insertInto('scan_candidates')
    .values({ org_id: org, id: candidate, root: system.root, name: system.name, last_scan_id: scan, kinds, vendors })
    .execute()
  await insertFindings(tx, org, { seq, scan, candidate }, system.findings)
  return { candidate, isStaged: true }
}
