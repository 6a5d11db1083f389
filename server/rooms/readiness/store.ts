import { sql } from 'kysely'
import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type Counts, countStandings, type Finding, standingOf, standings, type Standing } from './model.ts'

/** Where everything stood at the end of a day: the counts, and each clause and control by itself. */
export type Snapshot = {
  day: string
  /** the last entry of that day, from which the findings can be computed again */
  seq: number
  rulesVersion: string
  counts: Counts
  levels: Record<string, Standing>
}

export function snapshotOf(
  at: { day: string; seq: number; rulesVersion: string },
  findings: readonly Finding[],
): Snapshot {
  const levels = Object.fromEntries(findings.map((finding) => [finding.ref, standingOf(finding)]))
  return { ...at, counts: countStandings(findings), levels }
}

/** Whether the organization is there, and stays until this transaction ends: a sample can be removed at any time. */
export async function holdOrganization(tx: Transaction, org: OrganizationId): Promise<boolean> {
  const found = await tx.selectFrom('organizations').select('org_id').where('org_id', '=', org).forShare().execute()
  return found.length > 0
}

/** Keeps one snapshot a day; a second one of the same day changes nothing. */
export async function insertSnapshot(tx: Transaction, org: OrganizationId, it: Snapshot): Promise<void> {
  const { day, seq, rulesVersion, counts, levels } = it
  await tx
    .insertInto('readiness_snapshots')
    .values({
      org_id: org,
      day,
      seq,
      rules_version: rulesVersion,
      counts: JSON.stringify(counts),
      levels: JSON.stringify(levels),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const stored = z.object({
  counts: z.record(z.enum(standings), z.number()),
  levels: z.record(z.string(), z.enum(standings)),
})

export async function readSnapshots(
  tx: Transaction,
  org: OrganizationId,
  { from, to }: { from?: string | undefined; to?: string | undefined } = {},
): Promise<Snapshot[]> {
  let rows = tx
    .selectFrom('readiness_snapshots')
    .select(['day', 'seq', 'rules_version', 'counts', 'levels'])
    .where('org_id', '=', org)
  if (from) rows = rows.where('day', '>=', from)
  if (to) rows = rows.where('day', '<=', to)
  const found = await rows.orderBy('day').execute()
  return found.map(({ day, seq, rules_version: rulesVersion, counts, levels }) => ({
    day,
    seq,
    rulesVersion,
    ...stored.parse({ counts, levels }),
  }))
}

/** The first day that has no snapshot yet: the one after the last, or the day of the organization's first entry. */
export async function firstDayWithout(tx: Transaction, org: OrganizationId): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select coalesce((select max(day) + 1 from readiness_snapshots where org_id = ${org}),
                    (select (min(recorded_at) at time zone 'UTC')::date from entries where org_id = ${org})) as day`.execute(
    tx,
  )
  return rows[0]?.day ?? null
}

/** The newest entry that this transaction can see. */
export async function newestEntry(tx: Transaction, org: OrganizationId): Promise<number> {
  const { rows } = await sql<{ seq: number | null }>`select max(seq) as seq from entries where org_id = ${org}`.execute(
    tx,
  )
  return rows[0]?.seq ?? 0
}
