import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { EvidenceFilter, EvidenceView } from './contract.ts'
import type { Evidence, EvidenceBody, EvidenceContent } from './model.ts'
import { toEvidence, toView } from './rows.ts'

/** A collector or recorder by name: a person, the key of a machine, or what part of the system it was. */
function actorName(column: 'e.collector' | 'e.recorded_by') {
  const actor = sql.ref(column)
  return sql<string | null>`case
    when ${actor} like 'person:%' then
      (select a.name from people a where a.org_id = e.org_id and a.id = substring(${actor} from 8)::uuid)
    when ${actor} like 'machine:%' then
      (select k.name from api_keys k where k.org_id = e.org_id and k.id = substring(${actor} from 9)::uuid)
    else substring(${actor} from position(':' in ${actor}) + 1) end`
}

const subjectsOf = sql<string[]>`array(select l.subject from evidence_links l
  where l.org_id = e.org_id and l.evidence_id = e.id order by l.created_at, l.subject)`.as('subjects')

function evidenceOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('evidence as e')
    .leftJoin('blobs as b', (join) => join.onRef('b.org_id', '=', 'e.org_id').onRef('b.id', '=', 'e.blob_id'))
    .leftJoin('people as r', (join) => join.onRef('r.org_id', '=', 'e.org_id').onRef('r.id', '=', 'e.reviewed_by'))
    .leftJoin('evidence as n', (join) => join.onRef('n.org_id', '=', 'e.org_id').onRef('n.id', '=', 'e.superseded_by'))
    .where('e.org_id', '=', org)
    .select([
      'e.id',
      'e.version',
      'e.kind',
      'e.title',
      'e.note',
      'e.collector',
      'e.recorded_by',
      'e.happened_on',
      'e.period_from',
      'e.period_to',
      'e.valid_until',
      'e.blob_id',
      'e.file_name',
      'b.size',
      'b.type',
      'b.sha256',
      'e.url',
      'e.statement',
      'e.attested_by',
      'e.measure',
      'e.value',
      'e.unit',
      'e.sample_size',
      'e.state',
      'e.reviewed_by',
      'r.name as reviewer_name',
      'e.reviewed_on',
      'e.decision',
      'e.review_note',
      'e.superseded_by',
      'n.title as superseded_title',
      'e.withdrawn_reason',
      'e.created_at',
      'e.changed_at',
      actorName('e.collector').as('collector_name'),
      actorName('e.recorded_by').as('recorder_name'),
      subjectsOf,
    ])
}

/** One page of evidence, newest first. `today` decides what has expired. */
export async function listEvidence(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & EvidenceFilter,
  today: string,
): Promise<Page<EvidenceView>> {
  const page = await readPage(filtered(evidenceOf(tx, org), query, today), query, {
    orders: {
      recordedAt: 'e.created_at',
      title: 'e.title',
      happenedOn: 'e.happened_on',
      validUntil: 'e.valid_until',
      changedAt: 'e.changed_at',
    },
    fallback: '-recordedAt',
    id: 'e.id',
  })
  return { ...page, items: page.items.map((row) => toView(row, today)) }
}

type Query = ReturnType<typeof evidenceOf>

function filtered(rows: Query, query: PageQuery & EvidenceFilter, today: string): Query {
  const { kind, state, decision, validity, collector, automatic, subject, q } = query
  let found = rows
  if (kind) found = found.where('e.kind', '=', kind)
  if (state) found = found.where('e.state', '=', state)
  if (decision) found = found.where('e.decision', '=', decision)
  if (validity === 'current') found = found.where(countsToday(today))
  if (validity === 'expired')
    found = found.where(sql<boolean>`e.state in ('signal', 'reviewed') and e.valid_until < ${today}`)
  if (collector) found = found.where('e.collector', '=', collector)
  if (automatic) found = found.where(sql<boolean>`(e.collector not like 'person:%') = ${automatic === 'true'}`)
  if (subject) {
    found = found.where(sql<boolean>`exists (select from evidence_links l
      where l.org_id = e.org_id and l.evidence_id = e.id and l.subject = ${subject})`)
  }
  if (q) found = found.where('e.title', 'ilike', `%${q.replace(/[\\%_]/g, '\\$&')}%`)
  return found
}

/** What speaks for something on this day: neither replaced nor withdrawn, not expired, not rejected by its reviewer. */
export function countsToday(today: string) {
  return sql<boolean>`e.state in ('signal', 'reviewed') and (e.decision is null or e.decision = 'accepted')
    and (e.valid_until is null or e.valid_until >= ${today})`
}

export async function findEvidence(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<EvidenceView | undefined> {
  const row = await evidenceOf(tx, org).where('e.id', '=', id).executeTakeFirst()
  return row && toView(row, today)
}

/** The evidence as the rules see it. */
export async function loadEvidence(tx: Transaction, org: OrganizationId, id: string): Promise<Evidence | undefined> {
  const row = await evidenceOf(tx, org).where('e.id', '=', id).executeTakeFirst()
  return row && toEvidence(row)
}

/** The content of a file, and the name under which it came. */
export async function findFile(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<{ blob: string; name: string } | 'no-file' | undefined> {
  const row = await tx
    .selectFrom('evidence')
    .select(['blob_id', 'file_name'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return row.blob_id && row.file_name ? { blob: row.blob_id, name: row.file_name } : 'no-file'
}

export type NewEvidence = Omit<EvidenceBody, 'version'> & {
  content: Exclude<EvidenceContent, { kind: 'file' }> | { kind: 'file'; name: string; blob: string }
}

export async function insertEvidence(tx: Transaction, org: OrganizationId, it: NewEvidence): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({
      org_id: org,
      id: it.id,
      title: it.title,
      note: it.note,
      collector: it.collector,
      recorded_by: it.recordedBy,
      happened_on: it.happenedOn,
      period_from: it.periodFrom,
      period_to: it.periodTo,
      valid_until: it.validUntil,
      ...columnsOf(it.content),
    })
    .execute()
}

function columnsOf(content: NewEvidence['content']) {
  switch (content.kind) {
    case 'file':
      return { kind: content.kind, blob_id: content.blob, file_name: content.name }
    case 'link':
      return { kind: content.kind, url: content.url }
    case 'attestation':
      return { kind: content.kind, statement: content.statement, attested_by: content.attestedBy }
    case 'measurement': {
      const { kind, measure, value, unit, sampleSize } = content
      return { kind, measure, value, unit, sample_size: sampleSize }
    }
  }
}

/** Saves what may change of a piece of evidence: its words and days, and the state it is in. Its content never changes. */
export async function saveEvidence(tx: Transaction, org: OrganizationId, it: Evidence): Promise<void> {
  const had = it.state === 'signal' ? null : it.review
  await tx
    .updateTable('evidence')
    .set({
      title: it.title,
      note: it.note,
      happened_on: it.happenedOn,
      period_from: it.periodFrom,
      period_to: it.periodTo,
      valid_until: it.validUntil,
      state: it.state,
      reviewed_by: had?.by ?? null,
      reviewed_on: had?.on ?? null,
      decision: had?.decision ?? null,
      review_note: had?.note ?? null,
      superseded_by: it.state === 'superseded' ? it.by : null,
      withdrawn_reason: it.state === 'withdrawn' ? it.reason : null,
    })
    .where('org_id', '=', org)
    .where('id', '=', it.id)
    .where('version', '=', it.version)
    .executeTakeFirstOrThrow()
}

/** Evidence here that holds this very content. */
export async function findSameContent(
  tx: Transaction,
  org: OrganizationId,
  blob: string,
  except: string,
): Promise<{ id: string; title: string }[]> {
  return await tx
    .selectFrom('evidence')
    .select(['id', 'title'])
    .where('org_id', '=', org)
    .where('blob_id', '=', blob)
    .where('id', '<>', except)
    .orderBy('created_at', 'desc')
    .limit(5)
    .execute()
}

export async function readLinks(tx: Transaction, org: OrganizationId, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('evidence_links')
    .select('subject')
    .where('org_id', '=', org)
    .where('evidence_id', '=', id)
    .execute()
  return rows.map(({ subject }) => subject)
}

export async function insertLinks(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return
  await tx
    .insertInto('evidence_links')
    .values(subjects.map((subject) => ({ org_id: org, id: uuidv7(), evidence_id: id, subject })))
    .execute()
}

export async function deleteLink(tx: Transaction, org: OrganizationId, id: string, subject: string): Promise<void> {
  await tx
    .deleteFrom('evidence_links')
    .where('org_id', '=', org)
    .where('evidence_id', '=', id)
    .where('subject', '=', subject)
    .execute()
}

/** Whether this person is active here. */
export async function isActivePerson(tx: Transaction, org: OrganizationId, id: string): Promise<boolean> {
  const person = await tx
    .selectFrom('people')
    .select('id')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return person !== undefined
}
