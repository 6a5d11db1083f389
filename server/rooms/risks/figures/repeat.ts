import { simulationRules } from '@assay/measures'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Repeated } from './contract.ts'
import { simulateInThread } from './in-thread.ts'
import { readRecord, recordOf } from './inputs.ts'

/** So many may wait for their turn; whoever comes then is asked to come again. */
const mostWaiting = 3
let waiting = 0
let before: Promise<unknown> = Promise.resolve()

type RepeatRefusal = { kind: 'not-finished' } | { kind: 'other-rules' } | { kind: 'busy' }

/**
 * Computes a finished simulation again from its own record and says whether the bytes are equal. One at a time: everybody who may read
 * may ask for it.
 */
export async function repeatSimulation(kept: {
  record: string | null
  recordSha256: string | null
}): Promise<Result<Repeated, RepeatRefusal>> {
  const { record, recordSha256 } = kept
  if (record === null || recordSha256 === null) return refuse({ kind: 'not-finished' })
  const { schema: _schema, result: _result, ...inputs } = readRecord(record)
  if (inputs.rules !== simulationRules) return refuse({ kind: 'other-rules' })
  if (waiting >= mostWaiting) return refuse({ kind: 'busy' })
  const again = await inTurn(() => simulateInThread(inputs))
  if (!again) throw new Error('nobody can call a repetition off')
  const { sha256: repeatedSha256 } = recordOf(inputs, again)
  return ok({ equal: repeatedSha256 === recordSha256, recordSha256, repeatedSha256 })
}

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = before.then(work)
  before = mine.catch(() => undefined)
  waiting += 1
  return await mine.finally(() => {
    waiting -= 1
  })
}
