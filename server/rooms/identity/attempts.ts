import type { FastifyRequest } from 'fastify'
import { Refused } from '#platform/http/caller.ts'
import type { Http } from '#platform/http/http.ts'

const most = 20
const quarterOfAnHour = 15 * 60_000

/**
 * Counts the sign-ins to one account, from whatever addresses they come, and refuses more than 20 in a quarter of an hour. Ones that
 * succeed count too: of many at once, none may slip through while another is judged; and accounts that do not exist count, so that
 * the answer tells nothing. Throws the refusal. Counts nothing where the operator has turned limits off.
 */
export function countSignIns(app: Http): (request: FastifyRequest<{ Body: { email: string } }>) => Promise<void> {
  if (!app.hasDecorator('createRateLimit')) return async () => undefined
  const countedAs = new WeakMap<FastifyRequest, string>()
  const count = app.createRateLimit({
    max: most,
    timeWindow: quarterOfAnHour,
    keyGenerator: (request) => countedAs.get(request) ?? '',
  })
  return async (request) => {
    countedAs.set(request, request.body.email.toLowerCase())
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    const minutes = Math.ceil(counted.ttlInSeconds / 60)
    throw new Refused(
      429,
      'too-many-sign-ins',
      `Too many sign-ins with this address. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    )
  }
}
