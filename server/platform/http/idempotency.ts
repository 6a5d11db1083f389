import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool, PoolClient } from 'pg'
import { type Who, withClient } from '../database/change.ts'
import { send } from './problem.ts'
import { Refused, whoOf } from './caller.ts'

type Kept = { body_hash: Buffer; status: number | null; response: unknown }

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || key.length < 1 || key.length > 200) {
    throw new Refused(400, 'bad-idempotency-key', 'Idempotency-Key takes 1 to 200 characters.')
  }
  return key
}

function hashOf(request: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([request.params, request.body ?? null]))
    .digest()
}

function routeOf(request: FastifyRequest): string {
  return `${request.method} ${request.routeOptions.url}`
}

/** Answers a request that was carried out before with its first answer. Returns the reply where it has done so. */
export async function replay(
  pool: Pool,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (request.method !== 'POST' || !request.caller?.organization) return undefined
  const key = keyOf(request)
  if (key === undefined) {
    if (request.routeOptions.config.idempotencyKey !== 'required') return undefined
    throw new Refused(
      400,
      'idempotency-key-needed',
      'Send an Idempotency-Key, so that a repeated request is carried out once.',
    )
  }
  const who = whoOf(request)
  const kept = await inOrganization(pool, who, async (client) => {
    const found = await client.query<Kept>(
      `select body_hash, status, response from idempotency_keys
        where org_id = $1 and actor = $2 and route = $3 and key = $4 and created_at > now() - interval '24 hours'`,
      [who.org, who.actor, routeOf(request), key],
    )
    return found.rows[0]
  })
  if (!kept) return undefined
  if (!kept.body_hash.equals(hashOf(request))) {
    throw new Refused(
      422,
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request. Use a new one.',
    )
  }
  if (kept.status === null) {
    return send(reply, {
      status: 409,
      kind: 'already-carried-out',
      detail: 'This request was carried out before, and its answer is no longer known. Read the record instead.',
    })
  }
  return reply.code(kept.status).header('Idempotent-Replay', 'true').send(kept.response)
}

/** Writes the key in the same transaction as the change, so that the two stand or fall together. */
export function rememberRequest(request: FastifyRequest, who: Who): (client: PoolClient) => Promise<void> {
  const key = request.method === 'POST' ? keyOf(request) : undefined
  if (key === undefined) return () => Promise.resolve()
  return async (client) => {
    const { rowCount } = await client.query(
      `insert into idempotency_keys (org_id, actor, route, key, body_hash) values ($1, $2, $3, $4, $5)
       on conflict (org_id, actor, route, key) do update set body_hash = excluded.body_hash, created_at = now(), status = null, response = null
       where idempotency_keys.created_at <= now() - interval '24 hours'`,
      [who.org, who.actor, routeOf(request), key, hashOf(request)],
    )
    if (rowCount === 0) {
      throw new Refused(
        409,
        'already-carried-out',
        'The same request is or was carried out under this Idempotency-Key.',
      )
    }
  }
}

/** Keeps the answer beside its key once it is known, unless it holds a secret. */
export async function keepAnswer(pool: Pool, request: FastifyRequest, status: number, payload: unknown): Promise<void> {
  const key = request.method === 'POST' && request.caller?.organization ? keyOf(request) : undefined
  if (key === undefined || status >= 400 || typeof payload !== 'string') return
  if (request.routeOptions.config.secretAnswer) return
  const who = whoOf(request)
  await inOrganization(pool, who, (client) =>
    client.query(
      `update idempotency_keys set status = $5, response = $6::jsonb
        where org_id = $1 and actor = $2 and route = $3 and key = $4 and status is null`,
      [who.org, who.actor, routeOf(request), key, status, payload],
    ),
  )
}

async function inOrganization<Value>(
  pool: Pool,
  who: Who,
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  return await withClient(pool, async (client) => {
    await client.query('begin')
    await client.query(`select set_config('app.org', $1, true)`, [who.org])
    const value = await work(client)
    await client.query('commit')
    return value
  })
}
