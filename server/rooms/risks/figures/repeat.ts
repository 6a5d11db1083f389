import { simulationRules } from '@assay/measures'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Repeated } from './contract.ts'
import { simulateInThread } from './in-thread.ts'
import { readRecord, recordOf } from './inputs.ts'

let before: Promise<unknown> = Promise.resolve()

/**
 * Computes a finished simulation again from its own record and says whether the bytes are equal. One at a time: everybody who may read
 * may ask for it.
 */
export async function repeatSimulation(kept: {
  record: string | null
  recordSha256: string | null
}): Promise<Result<Repeated, { kind: 'not-finished' } | { kind: 'other-rules' }>> {
  const { record, recordSha256 } = kept
  if (record === null || recordSha256 === null) return refuse({ kind: 'not-finished' })
  const { schema: _schema, result: _result, ...inputs } = readRecord(record)
  if (inputs.rules !== simulationRules) return refuse({ kind: 'other-rules' })
  const mine = before.then(() => simulateInThread(inputs))
  before = mine.catch(() => undefined)
  const again = await mine
  if (!again) throw new Error('nobody can call a repetition off')
  const { sha256: repeatedSha256 } = recordOf(inputs, again)
  return ok({ equal: repeatedSha256 === recordSha256, recordSha256, repeatedSha256 })
}
