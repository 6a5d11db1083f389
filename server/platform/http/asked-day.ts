import type { FastifyRequest } from 'fastify'
import { asDay, dayOf } from '../today.ts'
import type { View } from './request.ts'

/**
 * The day (UTC) that a request looks from: the day that `Assay-As-Of` names, the day of the entry that it names, or today.
 * A named day counts as itself, even where nothing was recorded on it: what is overdue then is asked against that day. A
 * day that has not come yet counts as today.
 */
export async function askedDay(request: FastifyRequest, view: View): Promise<string> {
  const asked = String(request.headers['assay-as-of'] ?? '')
  const today = asDay(new Date())
  if (!/^\d{4}-\d{2}-\d{2}/.test(asked)) return await dayOf(view)
  const day = asDay(new Date(asked))
  return day < today ? day : today
}
