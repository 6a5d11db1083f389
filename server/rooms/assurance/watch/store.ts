import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { asRunState } from '../rows.ts'
import { type Came, comes, type WatchView, type Why, whys } from './contract.ts'

/** Which file a series of plans looks at; null where it looks at none. */
export async function loadWatch(
  tx: Transaction,
  org: OrganizationId,
  series: string,
): Promise<{ id: string; path: string | null } | undefined> {
  return await tx
    .selectFrom('measurement_watches')
    .select(['id', 'path'])
    .where('org_id', '=', org)
    .where('series_id', '=', series)
    .executeTakeFirst()
}

/** Notes the path and gives the id of the watch. */
export async function saveWatch(
  tx: Transaction,
  org: OrganizationId,
  { series, path }: { series: string; path: string | null },
): Promise<string> {
  const changed = await tx
    .updateTable('measurement_watches')
    .set({ path })
    .where('org_id', '=', org)
    .where('series_id', '=', series)
    .returning('id')
    .executeTakeFirst()
  if (changed) return changed.id
  const id = uuidv7()
  await tx.insertInto('measurement_watches').values({ org_id: org, id, series_id: series, path }).execute()
  return id
}

/** A file that an approved plan looks at, and what the look before found there; null of another path. */
export type Watched = {
  watch: string
  plan: string
  series: string
  path: string
  came: string | null
  stamp: string | null
  sha256: string | null
}

/** A draft looks at nothing by itself: its run would confirm nothing, and the file would count as seen. */
export async function listWatched(tx: Transaction, org: OrganizationId): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    select w.id as watch, p.id as plan, w.series_id as series, w.path, l.came, l.stamp, l.sha256
      from measurement_watches w
      join measurement_plans p on p.org_id = w.org_id and p.series_id = w.series_id and p.state = 'approved'
      left join measurement_looks l on l.org_id = w.org_id and l.watch_id = w.id and l.path = w.path
     where w.org_id = ${org} and w.path is not null
     order by w.id`.execute(tx)
  return rows
}

export type Look = {
  watch: string
  path: string
  came: Came
  why: Why | null
  stamp: string | null
  sha256: string | null
  /** the run that this look asked for */
  run?: string
}

/** Notes what a look found. It has been so since the first look that found the same of the same path. */
export async function noteLook(tx: Transaction, org: OrganizationId, it: Look): Promise<void> {
  const { watch, path, came, why, stamp, sha256, run = null } = it
  await sql`
    insert into measurement_looks as l
      (org_id, watch_id, path, looked_at, came, why, since, stamp, sha256, run_id, asked_sha256)
    values (${org}, ${watch}, ${path}, now(), ${came}, ${why}, now(), ${stamp}, ${sha256}, ${run},
      case when ${run}::uuid is not null then ${sha256} end)
    on conflict (org_id, watch_id) do update set path = excluded.path, looked_at = excluded.looked_at,
      came = excluded.came, why = excluded.why, stamp = excluded.stamp, sha256 = excluded.sha256,
      since = case when l.path = excluded.path and l.came = excluded.came and l.why is not distinct from excluded.why
        and excluded.run_id is null then l.since else excluded.since end,
      run_id = coalesce(excluded.run_id, l.run_id),
      asked_sha256 = coalesce(excluded.asked_sha256, l.asked_sha256)`.execute(tx)
}

/** Whether the last run that was asked for by itself was of this very content, however it ended. */
export async function wasAsked(tx: Transaction, org: OrganizationId, watch: string, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('measurement_looks')
    .select('watch_id')
    .where('org_id', '=', org)
    .where('watch_id', '=', watch)
    .where('asked_sha256', '=', sha256)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a run of this path waits already, whose content is known when it has ended. */
export async function isPathMeasuredNow(
  tx: Transaction,
  org: OrganizationId,
  { series, path }: Pick<Watched, 'series' | 'path'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('measurement_runs')
    .select('id')
    .where('org_id', '=', org)
    .where('series_id', '=', series)
    .where('path', '=', path)
    .where('state', '=', 'asked')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What the last look at a path came to. For today alone: looks keep no past. */
export async function readLook(
  tx: Transaction,
  org: OrganizationId,
  { id, path }: { id: string; path: string },
): Promise<WatchView['look']> {
  const row = await tx
    .selectFrom('measurement_looks as l')
    .leftJoin('measurement_runs as r', (join) => join.onRef('r.org_id', '=', 'l.org_id').onRef('r.id', '=', 'l.run_id'))
    .select(['l.looked_at', 'l.came', 'l.why', 'l.since', 'r.id', 'r.file_name', 'r.state'])
    .where('l.org_id', '=', org)
    .where('l.watch_id', '=', id)
    .where('l.path', '=', path)
    .executeTakeFirst()
  if (!row) return null
  const run = row.id && row.state ? { id: row.id, fileName: row.file_name ?? '', state: asRunState(row.state) } : null
  const why = row.why === null ? null : whyOf(row.why)
  return { lookedAt: row.looked_at, came: cameOf(row.came), why, since: row.since, run }
}

/** Throws on what a look cannot end in: a bug. */
export function whyOf(text: string): Why {
  const found = whys.find((why) => why === text)
  if (!found) throw new Error(`a look at a file cannot be refused as ${text}`)
  return found
}

function cameOf(text: string): Came {
  const found = comes.find((came) => came === text)
  if (!found) throw new Error(`a look at a file cannot come to ${text}`)
  return found
}
