import { setTimeout as sleep } from 'node:timers/promises'
import type { OrganizationId } from '#kernel/id.ts'
import type { Pool, PoolClient } from 'pg'
import { onConnection } from '../database/transaction.ts'
import type { Secrets } from '../secrets.ts'
import { alarmWords } from './alarm.ts'
import { openOutsideCheckpoints, type OutsideCheckpoints } from './outside.ts'
import { type Loss, sealLog } from './seal.ts'

export type SealerParts = {
  /** the maintenance role's pool; one of its connections is held while this process leads */
  keeper: Pool
  secrets: Secrets
  /** folder of the checkpoints that are kept outside of the database */
  folder: string
  hostOf(demo: boolean): string
  /** states the loss as a change of the log that goes on */
  openEpoch(org: OrganizationId, loss: Loss): Promise<void>
  log: { error(context: object, words: string): void; warn(context: object, words: string): void }
}

export type Sealer = {
  /** Seals everything that waits, then goes on sealing by itself. */
  start(): Promise<void>
  /** Seals everything that waits, here and now; does nothing where another process leads. */
  sealAll(): Promise<void>
  /** Says that a log has grown. */
  notify(): void
  /** Why logs are not being sealed, by organization. */
  alarms(): ReadonlyMap<string, string>
  stop(): Promise<void>
}

/** Any number: whoever holds this lock of the database seals. */
const leadershipLock = 4_200_143
/** Entries come in bursts; after a checkpoint the next one takes in all that came within this many milliseconds. */
const pause = 400
/** How long a change of another process can wait for its checkpoint. */
const poll = 400

export function openSealer(parts: SealerParts): Sealer {
  const alarms = new Map<string, string>()
  let outside: OutsideCheckpoints | undefined
  let leader: PoolClient | undefined
  let everyLog = false
  let stopping: AbortController | undefined
  let running: Promise<void> | undefined
  let wake: () => void = () => undefined
  let passing: Promise<void> = Promise.resolve()

  const lead = async (): Promise<PoolClient | undefined> => {
    if (leader) return leader
    const client = await parts.keeper.connect()
    const { rows } = await client.query<{ won: boolean }>(`select pg_try_advisory_lock(${leadershipLock}) as won`)
    if (!rows[0]?.won) client.release()
    else {
      leader = client
      outside = openOutsideCheckpoints(parts.folder)
      // Whoever begins to lead looks at every log once: the database may be older than what is kept outside.
      everyLog = true
    }
    return leader
  }

  const giveUp = (client: PoolClient) => {
    leader = undefined
    // Closing the connection gives the lock back, whatever state the transaction was in.
    client.release(true)
  }

  const pass = async (): Promise<void> => {
    const client = await lead()
    if (!client || !outside) return
    try {
      for (const org of await waiting(client, everyLog)) await sealOne({ ...parts, outside }, client, alarms, org)
      everyLog = false
    } catch (cause) {
      giveUp(client)
      throw cause
    }
  }

  // Passes follow one another: the leader's connection holds one transaction at a time.
  const passInTurn = (): Promise<void> => {
    const next = passing.then(pass)
    passing = next.catch(() => undefined)
    return next
  }

  const keepSealing = async ({ signal }: AbortController): Promise<void> => {
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      await passInTurn().catch((cause: unknown) => {
        if (!signal.aborted) parts.log.warn({ err: cause }, 'sealing pauses until the database answers again')
      })
      const cancelled = { signal, ref: false }
      await sleep(pause, undefined, cancelled).catch(() => undefined)
      await Promise.race([woken, sleep(poll, undefined, cancelled).catch(() => undefined)])
    }
  }

  return {
    async start() {
      await passInTurn()
      stopping = new AbortController()
      running = keepSealing(stopping)
    },
    sealAll: passInTurn,
    notify: () => wake(),
    alarms: () => alarms,
    async stop() {
      stopping?.abort()
      await running
      await passing
      if (leader) giveUp(leader)
    },
  }
}

/** Logs whose newest entry no checkpoint covers, and those whose sealing was stopped by an alarm. */
async function waiting(client: PoolClient, every: boolean): Promise<OrganizationId[]> {
  const { rows } = await client.query<{ org_id: OrganizationId }>(
    `select l.org_id from assay.organization_logs l
      left join lateral (select size, epoch from assay.log_checkpoints c where c.org_id = l.org_id
        order by epoch desc, size desc limit 1) c on true
      left join assay.log_alarms a on a.org_id = l.org_id
     where $1 or c.size is distinct from l.size or a.org_id is not null`,
    [every],
  )
  return rows.map(({ org_id }) => org_id)
}

async function sealOne(
  parts: SealerParts & { outside: OutsideCheckpoints },
  client: PoolClient,
  alarms: Map<string, string>,
  org: OrganizationId,
): Promise<void> {
  try {
    for (let done = false; !done; ) done = await sealStep(parts, client, org)
    await lowerAlarm(client, alarms, org)
  } catch (cause) {
    await client.query('rollback')
    const words = alarmWords(cause)
    if (words === null) throw cause
    await raiseAlarm(parts, client, alarms, { org, words })
  }
}

async function sealStep(
  parts: SealerParts & { outside: OutsideCheckpoints },
  client: PoolClient,
  org: OrganizationId,
): Promise<boolean> {
  await client.query('begin')
  const sealed = await sealLog({ ...parts, tx: onConnection(client) }, org)
  if ('done' in sealed) {
    await client.query('commit')
    return sealed.done
  }
  await client.query('rollback')
  parts.log.error(
    { organization: org },
    'the database is older than its last checkpoint: the log goes on under a new origin',
  )
  await parts.openEpoch(org, sealed.loss)
  return false
}

/** The alarm stands in the database, so that every process of the house can show it. */
async function raiseAlarm(
  { log }: SealerParts,
  client: PoolClient,
  alarms: Map<string, string>,
  { org, words }: { org: OrganizationId; words: string },
): Promise<void> {
  if (alarms.get(org) === words) return
  alarms.set(org, words)
  log.error({ organization: org }, `sealing alarm: ${words}`)
  await client.query(
    `insert into assay.log_alarms (org_id, words) values ($1, $2)
     on conflict (org_id) do update set words = excluded.words, raised_at = now()`,
    [org, words],
  )
}

async function lowerAlarm(client: PoolClient, alarms: Map<string, string>, org: OrganizationId): Promise<void> {
  alarms.delete(org)
  await client.query('delete from assay.log_alarms where org_id = $1', [org])
}
