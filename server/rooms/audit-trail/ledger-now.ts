import type { FastifyRequest } from 'fastify'
import { Refused } from '#platform/http/caller.ts'
import type { View } from '#platform/http/request.ts'

/** Reads the ledger, which is always looked at as it is now: an older checkpoint is shown by whoever kept it. */
export async function ledgerNow<Value>(request: FastifyRequest, work: (view: View) => Promise<Value>): Promise<Value> {
  if (request.headers['assay-as-of']) {
    throw new Refused(
      409,
      'ledger-is-now',
      'Proofs and checkpoints are of the log as it is now. Go back to today first.',
    )
  }
  return await request.read(work)
}
