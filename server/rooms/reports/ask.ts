import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { beginLongWork } from '#platform/jobs/index.ts'
import type { GapReportRequest } from './contract.ts'
import type { GapReading } from './gap/source.ts'
import { formats } from './model.ts'
import { insertReport } from './store.ts'

export const queue = 'reports-gap'

export type AskRefusal =
  | { kind: 'not-concluded' }
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }

/**
 * Asks for a gap report. The entry of this very change is the last whose records it will show, so that whatever is
 * recorded while it is being made leaves it as it is, and making it a second time gives the same.
 */
export async function askForGapReport(
  it: Change,
  reading: Pick<GapReading, 'assessment'>,
  { formats: wanted, assessment }: GapReportRequest,
): Promise<Result<Changed<{ id: string; job: string }>, AskRefusal>> {
  const { tx, org, seq, now, person } = it
  const named = assessment === null ? null : await reading.assessment(tx, org, assessment)
  if (named === 'not-concluded') return refuse({ kind: 'not-concluded' })
  if (assessment !== null && named === null) {
    const problems = [{ path: 'assessment', message: 'does not exist here; choose another' }]
    return refuse({ kind: 'no-such-reference', problems })
  }
  const id = uuidv7()
  const subject = subjectRef('report', id)
  const title = named ? `Gap report, ${named.name}` : 'Gap report'
  const work = await beginLongWork(it, { queue, title, subject, data: { report: id } })
  const inOrder = formats.filter((format) => wanted.includes(format))
  const report = { id, title, formats: inOrder, assessment, askedBy: person, job: work.id, seq, instant: now }
  await insertReport(tx, org, report)
  return ok({ value: { id, job: work.id }, facts: [{ type: 'report.asked-for', subject }], jobs: [work.job] })
}
