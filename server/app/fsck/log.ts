import { appendLeaf, emptyFrontier, type Frontier } from '@assay/ledger'
import type { ClientBase } from 'pg'
import type { Tell } from './finding.ts'
import { checkEntry, type StoredEntry } from './leaf.ts'
import { microseconds, readRows } from './rows.ts'
import { checkSeals, collectTile, type Seals } from './seals.ts'

type Row = {
  seq: number
  recorded_at: string
  actor: string
  leaf: string
  leaf_hash: Buffer
  facts: StoredEntry['facts'] | null
  rows: StoredEntry['rows'] | null
}

// An entry with a thousand rows is one row here: what it states is gathered beside it.
const entriesSql = `
  select e.seq, ${microseconds('e.recorded_at')} as recorded_at, e.actor, e.leaf, e.leaf_hash,
         (select json_agg(json_build_object('position', f.position, 'type', f.type, 'subject', f.subject) order by f.position)
            from assay.facts f where f.org_id = e.org_id and f.seq = e.seq) as facts,
         (select json_agg(json_build_object('table', r.table_name, 'id', r.row_id, 'operation', r.operation,
                   'digest', encode(r.digest, 'hex')) order by r.table_name, r.row_id)
            from assay.entry_rows r where r.org_id = e.org_id and r.seq = e.seq) as rows
    from assay.entries e where e.org_id = $1 order by e.seq`

/** Reads the log from its first entry to its last, and holds every checkpoint, tile and key against it. */
export async function checkLog(client: ClientBase, org: string, seals: Seals, tell: Tell): Promise<number> {
  let frontier: Frontier = emptyFrontier()
  let before = 0n
  const lost = (seq: number, words: string) => tell({ what: 'entry', table: 'entries', row: null, seq, words })
  checkSeals(seals, frontier, tell)
  let expected = 1
  for await (const row of readRows<Row>(client, entriesSql, [org])) {
    if (row.seq !== expected) lost(expected, `Entry ${expected} is missing: after ${expected - 1} comes ${row.seq}.`)
    const recordedAt = BigInt(row.recorded_at)
    if (recordedAt < before) lost(row.seq, 'The entry was recorded before the one that precedes it.')
    before = recordedAt
    const { seq, actor, leaf, leaf_hash: leafHash } = row
    checkEntry(
      org,
      { seq, actor, leaf, leafHash, recordedAt: row.recorded_at, facts: row.facts ?? [], rows: row.rows ?? [] },
      tell,
    )
    frontier = appendLeaf(frontier, leafHash)
    collectTile(seals, frontier.size, leafHash, tell)
    checkSeals(seals, frontier, tell)
    expected = row.seq + 1
  }
  const { rows } = await client.query<{ size: number; recorded_at: string }>(
    `select size, ${microseconds('recorded_at')} as recorded_at from assay.organization_logs where org_id = $1`,
    [org],
  )
  const [log] = rows
  const wrong = (words: string) => tell({ what: 'log', table: 'organization_logs', row: null, seq: null, words })
  if (!log) wrong('There are entries of this organization, but its log is not there.')
  else {
    if (log.size !== expected - 1) wrong(`The log says that it has ${log.size} entries, and ${expected - 1} are there.`)
    if (frontier.size > 0 && BigInt(log.recorded_at) !== before)
      wrong("The log's last instant is not that of its last entry.")
  }
  return frontier.size
}

// Facts and rows under a number that no entry has belong to nothing.
const orphansSql = `
  select 'facts' as name, f.seq, count(*) as many from assay.facts f
   where f.org_id = $1 and not exists (select from assay.entries e where e.org_id = f.org_id and e.seq = f.seq) group by f.seq
  union all
  select 'entry_rows', r.seq, count(*) from assay.entry_rows r
   where r.org_id = $1 and not exists (select from assay.entries e where e.org_id = r.org_id and e.seq = r.seq) group by r.seq`

export async function checkOrphans(client: ClientBase, org: string, tell: Tell): Promise<void> {
  const { rows } = await client.query<{ name: 'facts' | 'entry_rows'; seq: number; many: number }>(orphansSql, [org])
  for (const { name, seq, many } of rows) {
    const what = name === 'facts' ? 'fact' : 'entry-row'
    tell({ what, table: name, row: null, seq, words: `${many} stand under entry ${seq}, which is not there.` })
  }
}
