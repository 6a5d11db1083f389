import type { OrganizationId, SubjectRef } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { Pool, PoolClient } from 'pg'
import type { Grants } from '../grants.ts'
import { onConnection, type Transaction } from './transaction.ts'

/** What happened, in the past tense, about which record: `{ type: 'document.approved', subject: 'document:…' }`. */
export type Fact = { type: string; subject: SubjectRef }

/** Work for later, enqueued in the same transaction; the payload holds ids only. */
export type Job = { queue: string; data: Record<string, string | number | boolean | null> }

/** What a use case is handed. `now` and `seq` are the change's own: its instant and its place in the organization's log. */
export type Change = {
  org: OrganizationId
  /** `person:<id>`, `machine:<id>` or `system:<name>` */
  actor: string
  /** the person acting, or null where a machine or the system acts */
  person: string | null
  now: Date
  seq: number
  tx: Transaction
  grants: Grants
}

/** A use case's good end: the value, at least one fact, and the jobs that follow from them. */
export type Changed<Value> = { value: Value; facts: [Fact, ...Fact[]]; jobs?: Job[] }

export type Work<Value, Refusal> = (change: Change) => Promise<Result<Changed<Value>, Refusal>>

export type Door = {
  pool: Pool
  /** what the actor may do in this organization, read inside the transaction; null where it has no place in it */
  grantsOf(tx: Transaction, who: Who): Promise<Grants | null>
  enqueue(tx: Transaction, client: PoolClient, jobs: Job[]): Promise<void>
  /** the demo seeder's clock; the database refuses it for any other organization */
  clock?(): Date
  /** the later work that these facts start; `app` says which */
  follow(org: OrganizationId, facts: readonly Fact[]): Job[]
  /** called after the commit, so that the sealer need not poll */
  committed(org: OrganizationId, seq: number): void
}

export type Who = { org: OrganizationId; actor: string; person: string | null; scopes?: readonly string[] }

export type Forbidden = { kind: 'forbidden'; permission: string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The only door to a writable transaction. Takes the organization's lock, then the next place in its log; asks for the
 * permission; runs the use case; a refusal rolls everything back, a success commits its rows, history, facts, jobs and the
 * log entry together. `clock` is the demo seeder's and is refused by the database for any other organization.
 */
export async function change<Value, Refusal>(
  door: Door,
  who: Who,
  permission: string,
  work: Work<Value, Refusal>,
  options: { clock?: Date; alongside?: (client: PoolClient, seq: number) => Promise<void> } = {},
): Promise<Result<Value, Refusal | Forbidden> & { seq?: number }> {
  if (!uuid.test(who.org)) throw new Error('change: the organization is no uuid')
  return await withClient(door.pool, async (client) => {
    const told = options.clock ?? door.clock?.()
    const clock = told ? `'${told.toISOString()}'` : 'null'
    const begun = await client.query(`begin; select seq, recorded_at from history.begin_change('${who.org}', ${clock})`)
    const { seq, recorded_at: now } = secondResult<{ seq: number; recorded_at: Date }>(begun)
    const tx = onConnection(client)
    const grants = await door.grantsOf(tx, who)
    if (!grants?.has(permission)) {
      await client.query('rollback')
      return { ok: false, error: { kind: 'forbidden', permission } }
    }
    const done = await work({ org: who.org, actor: who.actor, person: who.person, now, seq, tx, grants })
    if (!done.ok) {
      await client.query('rollback')
      return done
    }
    const { value, facts, jobs = [] } = done.value
    const later = [...jobs, ...door.follow(who.org, facts)]
    if (later.length > 0) await door.enqueue(tx, client, later)
    await options.alongside?.(client, seq)
    const stated = client.escapeLiteral(JSON.stringify(facts))
    await client.query(
      `select history.finish_change('${who.org}', ${client.escapeLiteral(who.actor)}, ${stated}::jsonb); commit`,
    )
    door.committed(who.org, seq)
    return { ok: true, value, seq }
  })
}

/** What a read looks at: now, the state after entry `seq`, or the state at an instant. */
export type Instant = { seq: number } | { instant: Date } | 'now'

/**
 * Reads in a read-only transaction that sees one organization, today or as of an entry. In the past the search path is
 * `as_of` alone, so a table that keeps no past raises instead of answering with today's rows.
 */
export async function read<Value>(
  door: Pick<Door, 'pool' | 'grantsOf'>,
  who: Who,
  permission: string,
  at: Instant,
  work: (view: { tx: Transaction; grants: Grants; org: OrganizationId; seq: number | null }) => Promise<Value>,
): Promise<Result<Value, Forbidden>> {
  if (!uuid.test(who.org)) throw new Error('read: the organization is no uuid')
  return await withClient(door.pool, async (client) => {
    await client.query(
      `begin isolation level repeatable read read only; select set_config('app.org', '${who.org}', true)`,
    )
    const tx = onConnection(client)
    const grants = await door.grantsOf(tx, who)
    if (!grants?.has(permission)) {
      await client.query('rollback')
      return { ok: false, error: { kind: 'forbidden', permission } }
    }
    const seq = at === 'now' ? null : 'seq' in at ? at.seq : await entryAt(tx, who.org, at.instant)
    if (seq !== null) {
      await client.query(`set local search_path = as_of; select set_config('app.as_of', '${Number(seq)}', true)`)
    }
    const value = await work({ tx, grants, org: who.org, seq })
    await client.query('commit')
    return { ok: true, value }
  })
}

/** An instant resolves to the last entry recorded at or before it, so the same question keeps its answer. */
export async function entryAt(tx: Transaction, org: OrganizationId, instant: Date): Promise<number> {
  const found = await tx
    .selectFrom('entries')
    .select('seq')
    .where('org_id', '=', org)
    .where('recorded_at', '<=', instant)
    .orderBy('recorded_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ? Number(found.seq) : 0
}

function secondResult<Row>(results: unknown): Row {
  if (!Array.isArray(results)) throw new Error('expected the results of two statements')
  return (results[1] as { rows: Row[] }).rows[0] as Row
}

/** Lends a connection; whatever happens it goes back without an open transaction, or is closed. */
export async function withClient<Value>(pool: Pool, work: (client: PoolClient) => Promise<Value>): Promise<Value> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (cause) {
    await client.query('rollback').catch((reason: unknown) => {
      broken = reason instanceof Error ? reason : new Error(String(reason))
    })
    throw cause
  } finally {
    client.release(broken)
  }
}
