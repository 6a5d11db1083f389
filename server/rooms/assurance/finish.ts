import { subjectRef } from '#kernel/id.ts'
import { ok, type Result } from '#kernel/result.ts'
import { recordBlob, type StoredFile } from '#platform/blobs/index.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import { asDay } from '#platform/today.ts'
import { collectEvidence } from '#rooms/evidence/index.ts'
import { createTask } from '#rooms/tasks/index.ts'
import type { Headline } from './headline.ts'
import { type Verdict, whyExploratory } from './model.ts'
import { countSeen, findOpenTask } from './earlier-runs.ts'
import { ownerOf } from './owner-of.ts'
import { type LoadedRun, saveFinished } from './runs-store.ts'

/** What a run found, wherever it was computed. `happenedOn` is today where it is left out. */
export type Outcome = {
  verdict: Verdict
  reasons: string[]
  warnings: string[]
  headline: Headline | null
  fileSha256: string | null
  rows: number | null
  rowsUsed: number | null
  engine: string | null
  seed: number | null
  definitionSha256: string | null
  happenedOn: string | null
  /** the record itself, as bytes that never change */
  record: StoredFile
}

/**
 * Files what a run found: judges whether it confirms, keeps its record, records it as evidence of the system, and gives the
 * owner a task where a run of an approved plan fails. One change, so that none of it can be without the others.
 */
export async function finishRun(
  it: Change,
  run: LoadedRun,
  found: Outcome,
  subjects: Subjects,
): Promise<Result<Changed<{ id: string }>, never>> {
  const { tx, org, now } = it
  const subject = subjectRef('measurement-run', run.id)
  const seenBefore = await countSeen(tx, org, { series: run.series, fileSha256: found.fileSha256 })
  const { definitionSha256, fileSha256 } = found
  const exploratoryReason = whyExploratory({ seq: run.seq, plan: run.plan, definitionSha256, fileSha256, seenBefore })
  const happenedOn = found.happenedOn ?? asDay(now)
  const evidence = await fileEvidence(it, run, { ...found, happenedOn }, subjects)
  const task = await raiseTask(it, run, found)
  const blob = await recordBlob(it, found.record)
  await saveFinished(tx, org, run.id, {
    happenedOn,
    fileSha256,
    confirming: exploratoryReason === null,
    exploratoryReason,
    repeat: seenBefore + 1,
    verdict: found.verdict,
    reasons: found.reasons,
    warnings: found.warnings,
    headline: found.headline && { measure: found.headline.measure, value: asDecimal(found.headline.value) },
    rows: found.rows,
    rowsUsed: found.rowsUsed,
    engine: found.engine,
    seed: found.seed,
    definitionSha256,
    recordBlob: blob.id,
    recordSha256: found.record.sha256,
    evidence: evidence.id,
    task: task.id,
  })
  return ok({
    value: { id: run.id },
    facts: [{ type: factOf[found.verdict], subject }, ...evidence.facts, ...task.facts],
  })
}

const factOf: Record<Verdict, string> = {
  pass: 'measurement-run.passed',
  fail: 'measurement-run.failed',
  'not-enough-data': 'measurement-run.left-undecided',
  'not-decided': 'measurement-run.finished',
}

type Filed = { id: string | null; facts: Fact[] }

async function fileEvidence(
  it: Change,
  { id, subject, plan, fileName, origin }: LoadedRun,
  found: Outcome & { happenedOn: string },
  subjects: Subjects,
): Promise<Filed> {
  const { headline, verdict, reasons, rowsUsed, happenedOn, fileSha256 } = found
  const measure = headline?.measure ?? 'Limits that were not held'
  const value = headline?.value ?? (verdict === 'fail' ? reasons.length : 0)
  const lines = [
    `Verdict: ${verdict}. Origin: ${origin}.`,
    `File: ${fileName}`,
    `SHA-256: ${fileSha256 ?? 'not known'}`,
  ]
  const sampleSize = rowsUsed !== null && rowsUsed > 0 && rowsUsed <= 2_147_483_647 ? rowsUsed : null
  const collected = await collectEvidence(
    it,
    {
      title: `${plan.title}, ${happenedOn}`.slice(0, 300),
      note: [...lines, ...reasons].join('\n').slice(0, 20_000),
      collector: null,
      happenedOn,
      periodFrom: null,
      periodTo: null,
      validUntil: null,
      subjects: [subject, subjectRef('measurement-run', id)],
      supersedes: null,
      content: {
        kind: 'measurement',
        measure: measure.slice(0, 200),
        value: asDecimal(value),
        unit: null,
        sampleSize,
      },
    },
    subjects,
  )
  // What was measured may have been removed meanwhile; the run then stands without evidence of it.
  return collected.ok ? { id: collected.value.value.id, facts: collected.value.facts } : { id: null, facts: [] }
}

/** A failing run of an approved plan gives the owner of what is measured something to do, once until that is done. */
async function raiseTask(it: Change, run: LoadedRun, { verdict, reasons }: Outcome): Promise<Filed> {
  const { tx, org, now } = it
  if (verdict !== 'fail' || run.plan.approvedSeq === null) return { id: null, facts: [] }
  const open = await findOpenTask(tx, org, run.series)
  if (open) return { id: open, facts: [] }
  const created = await createTask(it, {
    title: `Act on a failed measurement: ${run.plan.title}`.slice(0, 300),
    detail: `${reasons.join('\n')}\n\nThe run: /assurance/runs/${run.id}`.slice(0, 20_000),
    owner: await ownerOf(tx, org, run.subject),
    dueOn: asDay(new Date(now.getTime() + 14 * 86_400_000)),
    subject: run.subject,
    dependsOn: [],
    source: `assurance:run:${run.id}`,
  })
  if (!created.ok) throw new Error(`the task of a failed run was refused: ${created.error.kind}`)
  return { id: created.value.value.id, facts: created.value.facts }
}

/** Evidence and rows keep decimals as text of at most twelve places. */
function asDecimal(value: number): string {
  return value.toFixed(12).replace(/\.?0+$/, '')
}
