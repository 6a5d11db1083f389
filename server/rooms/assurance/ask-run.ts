import { basename } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { beginLongWork } from '#platform/jobs/index.ts'
import type { RunRequestBody } from './contract.ts'
import { findFile } from './files/store.ts'
import { findInFolder, type PathRefusal } from './files/data-folder.ts'
import { loadPlan } from './plans-store.ts'
import { definitionOf } from './rows.ts'
import { insertRun } from './runs-store.ts'

export const runQueue = 'assurance-run'

export type AskRefusal =
  | PathRefusal
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
  | { kind: 'plan-ended' }
  | { kind: 'reference-needed' }
  | { kind: 'content-gone' }
  | { kind: 'reference-content-gone' }
  | { kind: 'second-file-for-quality' }
  | { kind: 'second-file-needed' }

/**
 * Asks for a run of a plan on a file. The entry of this very change is what decides whether the plan was approved before: a
 * run of a draft may be tried and stays exploratory.
 */
export async function askForRun(
  it: Change,
  { plan: planId, file: fileId, path, ...second }: RunRequestBody,
  folder: string | null,
): Promise<Result<Changed<{ id: string; job: string }>, AskRefusal>> {
  const { org, tx, seq, actor } = it
  const plan = await loadPlan(tx, org, planId)
  if (!plan) return missing('plan')
  if (plan.state === 'withdrawn' || plan.state === 'superseded') return refuse({ kind: 'plan-ended' })
  if (plan.kind === 'drift' && !plan.reference) return refuse({ kind: 'reference-needed' })
  const file = fileId === undefined ? undefined : await findFile(tx, org, fileId)
  if (fileId !== undefined && !file) return missing('file')
  if (file?.contentRemoved) return refuse({ kind: 'content-gone' })
  const reference = plan.reference === null ? undefined : await findFile(tx, org, plan.reference)
  if (reference?.contentRemoved) return refuse({ kind: 'reference-content-gone' })
  if (path !== undefined) {
    const there = await findInFolder(folder, path)
    if (!there.ok) return there
  }
  const test = await secondFile(it, plan, second, folder)
  if (!test.ok) return test
  const id = uuidv7()
  const subject = subjectRef('measurement-run', id)
  const fileName = file?.name ?? basename(path ?? '')
  const title = `${plan.title}: ${fileName}`
  const work = await beginLongWork(it, { queue: runQueue, title, subject, data: { run: id } })
  const what = { plan: plan.id, series: plan.series, subject: plan.subject, kind: plan.kind }
  const data = { file: file?.id ?? null, path: path ?? null, fileName, fileSha256: file?.sha256 ?? null }
  await insertRun(tx, org, {
    id,
    ...what,
    origin: 'server',
    askedBy: actor,
    seq,
    job: work.id,
    ...data,
    test: test.value,
    tool: null,
  })
  return ok({ value: { id, job: work.id }, facts: [{ type: 'measurement-run.asked-for', subject }], jobs: [work.job] })
}

type Second = { file: string | null; path: string | null }

/** The second file: data quality looks for rows in common, and needs it where it does; what fairness found by searching is confirmed on it. */
async function secondFile(
  { org, tx }: Change,
  { kind, definition }: { kind: string; definition: string },
  { test, testPath }: Pick<RunRequestBody, 'test' | 'testPath'>,
  folder: string | null,
): Promise<Result<Second | undefined, AskRefusal>> {
  if (test === undefined && testPath === undefined) {
    return comparesFiles(definition) ? refuse({ kind: 'second-file-needed' }) : ok(undefined)
  }
  if (kind !== 'quality' && kind !== 'fairness') return refuse({ kind: 'second-file-for-quality' })
  if (testPath !== undefined) {
    const there = await findInFolder(folder, testPath)
    return there.ok ? ok({ file: null, path: testPath }) : there
  }
  const file = test === undefined ? undefined : await findFile(tx, org, test)
  if (!file) return missing('test')
  return file.contentRemoved ? refuse({ kind: 'content-gone' }) : ok({ file: file.id, path: null })
}

/** Whether a definition looks for rows that two files have in common. */
export function comparesFiles(definition: string): boolean {
  const { checks } = definitionOf(definition)
  return Array.isArray(checks) && checks.some((it: unknown) => isOverlap(it))
}

function isOverlap(check: unknown): boolean {
  return typeof check === 'object' && check !== null && Reflect.get(check, 'check') === 'train-test-overlap'
}

function missing(path: string): { ok: false; error: Extract<AskRefusal, { kind: 'no-such-reference' }> } {
  return refuse({ kind: 'no-such-reference', problems: [{ path, message: 'does not exist here; choose another' }] })
}
