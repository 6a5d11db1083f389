import { STATUS_CODES } from 'node:http'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Said } from '#kernel/said.ts'

/** RFC 9457 problem document, as every refusal leaves the house. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    kind: z.string(),
    detail: z.string(),
    problems: z.array(z.object({ path: z.string(), ...Said.shape, against: z.string().optional() })).optional(),
    currentVersion: z.number().int().optional(),
  })
  .loose()
  .meta({ id: 'Problem' })

/** The words and the status with which a refusal leaves the house; the words say what to do next. */
export type Wording = readonly [status: number, words: string]
export type Refusals = Record<string, Wording>

/** Refusals that many use cases share. */
export const notFound = [
  404,
  'There is no such record here. It may have been removed, or you may be in another organization.',
] as const
export const stale = [
  412,
  'Somebody changed this record since you opened it. Look at the current version and decide again.',
] as const
export const forbidden = [
  403,
  'Your role does not allow this. Ask an owner or the AIMS manager of your organization.',
] as const

export const always = { forbidden } satisfies Refusals

/** The response schemas of these refusals, by status, for the route's declaration. */
export function problems(refusals: Refusals): Record<number, typeof Problem> {
  const statuses = new Set([400, 401, 403, ...Object.values(refusals).map(([status]) => status)])
  return Object.fromEntries([...statuses].map((status) => [status, Problem]))
}

/** Sends a refusal as a problem document; its extra members (a current version, paths) travel with it. */
export function problem<Kinds extends string>(
  reply: FastifyReply,
  refusals: { readonly [Kind in Kinds]: Wording },
  error: { kind: Kinds },
): FastifyReply {
  const [status, words] = refusals[error.kind]
  const { kind, ...members } = error
  return send(reply, { status, kind, detail: words, ...members })
}

export function send(
  reply: FastifyReply,
  body: { status: number; kind: string; detail: string } & Record<string, unknown>,
): FastifyReply {
  const { status, kind } = body
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ type: `urn:assay:problem:${kind}`, title: STATUS_CODES[status] ?? 'Refused', ...body })
}
