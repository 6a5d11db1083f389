import type { FastifyRequest } from 'fastify'
import type { OrganizationId } from '#kernel/id.ts'
import type { Who } from '../database/change.ts'

/** Who is asking: a person by session, or a machine by key. The organization is the session's or the key's, never the request's. */
export type Caller = {
  actor: string
  person: string | null
  organization: OrganizationId | null
  session: string | null
  scopes?: readonly string[]
}

/** A refusal that no route handles itself: thrown in the platform, answered at the edge. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  readonly kind: string
  constructor(status: number, kind: string, words: string) {
    super(words)
    this.status = status
    this.kind = kind
  }
}

export function whoOf(request: FastifyRequest): Who {
  const caller = request.caller
  if (!caller) throw new Refused(401, 'not-signed-in', 'Sign in first, or send an API key.')
  if (!caller.organization) throw new Refused(409, 'no-organization', 'Choose the organization to work in first.')
  const { actor, person, organization: org, scopes } = caller
  return { org, actor, person, ...(scopes && { scopes }) }
}
