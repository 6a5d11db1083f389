import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { CandidateView, Finding, type ScanView } from './contract.ts'
import type { Judgement } from './model.ts'

export async function listScans(tx: Transaction, org: OrganizationId, query: PageQuery): Promise<Page<ScanView>> {
  const rows = tx
    .selectFrom('scans as s')
    .where('s.org_id', '=', org)
    .select(['s.id', 's.files', 's.bytes', 's.finding_count', 's.candidate_count', 's.created_at'])
  const page = await readPage(rows, query, { orders: { sentAt: 's.created_at' }, fallback: '-sentAt', id: 's.id' })
  const items = page.items.map(({ id, files, bytes, finding_count, candidate_count, created_at }) => ({
    id,
    files,
    bytes,
    findings: finding_count,
    candidates: candidate_count,
    sentAt: created_at,
  }))
  return { ...page, items }
}

const similarOf = sql<{ id: string; name: string }[]>`coalesce((
  select json_agg(json_build_object('id', a.id, 'name', a.name)) from (
    select a.id, a.name from ai_systems a
     where a.org_id = c.org_id and a.state not in ('retired', 'dismissed')
       and (lower(a.name) = lower(c.name) or position(lower(c.name) in lower(a.name)) > 0 or position(lower(a.name) in lower(c.name)) > 0)
     order by a.name, a.id limit 5) a), '[]')`.as('similar')

const findingsOf = sql<number>`(select count(*) from scan_findings f
  where f.org_id = c.org_id and f.candidate_id = c.id and f.scan_id = c.last_scan_id)`.as('findings')

export async function listCandidates(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { state?: string | undefined; id?: string },
): Promise<Page<CandidateView>> {
  let rows = tx
    .selectFrom('scan_candidates as c')
    .leftJoin('ai_systems as s', (join) => join.onRef('s.org_id', '=', 'c.org_id').onRef('s.id', '=', 'c.system_id'))
    .where('c.org_id', '=', org)
    .select([
      'c.id',
      'c.version',
      'c.name',
      'c.root',
      'c.kinds',
      'c.vendors',
      'c.state',
      'c.reason',
      'c.system_id',
      's.name as system_name',
      'c.changed_at',
      similarOf,
      findingsOf,
    ])
  if (query.state) rows = rows.where('c.state', '=', query.state)
  if (query.id) rows = rows.where('c.id', '=', query.id)
  if (query.q) rows = rows.where('c.name', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  const page = await readPage(rows, query, {
    orders: { name: 'c.name', changedAt: 'c.changed_at' },
    fallback: '-changedAt',
    id: 'c.id',
  })
  const items = page.items.map(({ system_id, system_name, changed_at, findings, ...row }) => {
    const system = system_id ? { id: system_id, name: system_name ?? '' } : null
    return CandidateView.parse({ ...row, findings: Number(findings), system, changedAt: changed_at })
  })
  return { ...page, items }
}

export async function listFindings(
  tx: Transaction,
  org: OrganizationId,
  candidate: string,
  { after, limit }: { after: number; limit: number },
): Promise<Page<Finding>> {
  const rows = tx
    .selectFrom('scan_findings as f')
    .innerJoin('scan_candidates as c', (join) =>
      join
        .onRef('c.org_id', '=', 'f.org_id')
        .onRef('c.id', '=', 'f.candidate_id')
        .onRef('c.last_scan_id', '=', 'f.scan_id'),
    )
    .where('f.org_id', '=', org)
    .where('f.candidate_id', '=', candidate)
  const counted = await rows.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const found = await rows
    .select(['f.position', 'f.kind', 'f.vendor', 'f.name', 'f.file', 'f.line', 'f.evidence', 'f.confidence'])
    .where('f.position', '>', after)
    .orderBy('f.position')
    .limit(limit + 1)
    .execute()
  const shown = found.slice(0, limit)
  const items = shown.map(({ position: _position, vendor, ...row }) =>
    Finding.parse({ ...row, ...(vendor && { vendor }) }),
  )
  const last = shown.at(-1)
  return { items, next: found.length > limit && last ? String(last.position) : null, total: Number(counted.total) }
}

export type Known = { id: string; version: number; kinds: string[]; judgement: Judgement }

export async function findCandidate(
  tx: Transaction,
  org: OrganizationId,
  by: { id: string } | { root: string; name: string },
): Promise<Known | undefined> {
  let rows = tx
    .selectFrom('scan_candidates')
    .select(['id', 'version', 'kinds', 'state', 'reason', 'system_id'])
    .where('org_id', '=', org)
  rows = 'id' in by ? rows.where('id', '=', by.id) : rows.where('root', '=', by.root).where('name', '=', by.name)
  const row = await rows.executeTakeFirst()
  return row && { id: row.id, version: row.version, kinds: row.kinds, judgement: toJudgement(row) }
}

function toJudgement({
  state,
  reason,
  system_id,
}: {
  state: string
  reason: string | null
  system_id: string | null
}): Judgement {
  if (state === 'staged') return { state }
  if (state === 'dismissed' && reason) return { state, reason }
  if ((state === 'accepted' || state === 'merged') && system_id) return { state, system: system_id }
  throw new Error(`a candidate cannot be ${state}`)
}

export async function saveJudgement(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  judgement: Judgement,
): Promise<void> {
  const reason = judgement.state === 'dismissed' ? judgement.reason : null
  const system = 'system' in judgement ? judgement.system : null
  await tx
    .updateTable('scan_candidates')
    .set({ state: judgement.state, reason, system_id: system })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}

export async function insertFindings(
  tx: Transaction,
  org: OrganizationId,
  at: { seq: number; scan: string; candidate: string },
  findings: readonly Finding[],
): Promise<void> {
  for (let from = 0; from < findings.length; from += 500) {
    await tx
      .insertInto('scan_findings')
      .values(
        findings.slice(from, from + 500).map((finding, index) => ({
          org_id: org,
          seq: at.seq,
          scan_id: at.scan,
          candidate_id: at.candidate,
          position: from + index + 1,
          ...finding,
          vendor: finding.vendor ?? null,
        })),
      )
      .execute()
  }
}
