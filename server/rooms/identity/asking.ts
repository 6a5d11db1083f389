import type { FastifyRequest } from 'fastify'
import { Refused } from '#platform/http/caller.ts'

/** The signed-in person; keys are refused. */
export function callerOf(request: FastifyRequest) {
  const { caller } = request
  if (!caller?.person) throw new Refused(403, 'people-only', 'This is for people who are signed in, not for keys.')
  return caller
}

/** The request's headers as the identity library reads them. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name]
    if (value) headers.set(name, value)
  }
  return headers
}
