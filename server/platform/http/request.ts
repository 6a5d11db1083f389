import type { Result } from '#kernel/result.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { FastifyRequest } from 'fastify'
import { change, type Door, type Forbidden, type Instant, read, type Work } from '../database/change.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Grants } from '../grants.ts'
import { type Caller, Refused, whoOf } from './caller.ts'
import { rememberRequest } from './idempotency.ts'

export type View = { tx: Transaction; grants: Grants; org: OrganizationId; seq: number | null }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `room:verb`, or `public` / `signed-in` for the few operations outside of any organization */
    permission?: string
    /** imports and events must carry an Idempotency-Key */
    idempotencyKey?: 'required'
    /** the answer holds a link or a key that is shown once, and is kept for no repeated request */
    secretAnswer?: true
  }
  interface FastifyRequest {
    caller: Caller | null
    /** Runs a use case in the one writable transaction; see `change`. */
    change<Value, Refusal extends { kind: string }>(
      work: Work<Value, Refusal>,
    ): Promise<Result<Value, Refusal | Forbidden>>
    /** Reads today, or the instant that the request names; throws Refused where the caller may not. */
    read<Value>(work: (view: View) => Promise<Value>): Promise<Value>
  }
}

export function permissionOf(request: FastifyRequest): string {
  const permission = request.routeOptions.config.permission
  if (!permission) throw new Error(`${request.routeOptions.url} declares no permission`)
  return permission
}

export function decorateRequest(request: FastifyRequest, door: Door): void {
  request.change = async (work) => {
    const who = whoOf(request)
    if (instantOf(request) !== 'now') {
      throw new Refused(409, 'past-is-read-only', 'The past cannot be changed. Go back to today first.')
    }
    return await change(door, who, permissionOf(request), work, { alongside: rememberRequest(request, who) })
  }
  request.read = async (work) => {
    const seen = await read(door, whoOf(request), permissionOf(request), instantOf(request), work)
    if (seen.ok) return seen.value
    throw new Refused(
      403,
      'forbidden',
      'Your role does not allow this. Ask an owner or the AIMS manager of your organization.',
    )
  }
}

/** `Assay-As-Of` names an entry by its number, a day (its end, UTC) or an instant. */
function instantOf(request: FastifyRequest): Instant {
  const given = request.headers['assay-as-of']
  if (given === undefined || given === '') return 'now'
  const text = String(given)
  if (/^\d{1,15}$/.test(text)) return { seq: Number(text) }
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text)
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(instant.getTime())) {
    throw new Refused(
      400,
      'bad-instant',
      'Assay-As-Of takes an entry number, a day such as 2026-03-03, or an instant in ISO 8601.',
    )
  }
  return { instant }
}

/** The version that the caller saw, from If-Match; edits without it are refused, since they could undo another's work. */
export function expectedVersion(request: FastifyRequest): number {
  const given = request.headers['if-match']
  if (given === undefined) {
    throw new Refused(
      428,
      'version-needed',
      'Send If-Match with the version of the record that you looked at, for example If-Match: "3".',
    )
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1]
  if (!version) throw new Refused(400, 'bad-version', 'If-Match takes one version in quotes, for example "3".')
  return Number(version)
}
