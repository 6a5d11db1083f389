import { parseSubject } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Looking, Subjects } from '#platform/subjects.ts'
import type { EntryView, TrailItem, TrailQuery } from './contract.ts'
import { sayFact } from './model.ts'
import { cursorOf, type FactRow, findEntry, listFacts, nameActors } from './store.ts'
import { type ChangedRow, readChanges, rowsOfRecords } from './versions.ts'

/** Facts with who, about what, in words; with `withChanges` also what they changed in the record they are about. */
export async function readTrail(
  at: Looking,
  subjects: Subjects,
  query: TrailQuery,
  { withChanges = false }: { withChanges?: boolean } = {},
): Promise<Page<TrailItem>> {
  const { tx, org } = at
  const page = await listFacts(tx, org, query)
  const actors = await nameActors(
    tx,
    org,
    page.items.map(({ actor }) => actor),
  )
  const describe = await subjectNames(at, subjects, page.items)
  const rows = await rowsOfRecords(
    tx,
    org,
    page.items.map(({ seq, subject }) => ({ seq, id: parseSubject(subject).id })),
  )
  const changesOf = await readChanges(at, subjects, rows)
  const items = page.items.map((fact) => {
    const { id } = parseSubject(fact.subject)
    const changes = rows.filter((row) => row.seq === fact.seq && row.id === id).flatMap(changesOf)
    return {
      id: cursorOf(fact),
      seq: fact.seq,
      recordedAt: fact.recordedAt,
      happenedOn: changes.find(({ field }) => field === 'Happened on')?.after || null,
      actor: actors.get(fact.actor) ?? actorWithoutName(fact.actor),
      type: fact.type,
      text: sayFact(fact.type),
      subject: describe(fact.subject),
      ...(withChanges && { changes }),
    }
  })
  return { ...page, items: withChanges ? items.map(onceAnEntry()) : items }
}

/** Several facts of one entry about one record share its changes, which are told once. */
function onceAnEntry(): (item: TrailItem) => TrailItem {
  const told = new Set<string>()
  return (item) => {
    const key = `${item.seq} ${item.subject.ref}`
    if (told.has(key)) return { ...item, changes: [] }
    told.add(key)
    return item
  }
}

/** One entry: what it states, its leaf in the log, and every row it changed, field by field. */
export async function readEntry(
  at: Looking,
  subjects: Subjects,
  seq: number,
): Promise<Omit<EntryView, 'sealed'> | undefined> {
  const { tx, org } = at
  const entry = await findEntry(tx, org, seq)
  if (!entry) return undefined
  const actors = await nameActors(tx, org, [entry.actor])
  const describe = await subjectNames(at, subjects, entry.facts)
  const rows = entry.rows.map(({ table_name, row_id }): ChangedRow => ({ seq, table: table_name, id: row_id }))
  const changesOf = await readChanges(at, subjects, rows, { whole: true })
  return {
    seq,
    recordedAt: entry.recorded_at,
    actor: actors.get(entry.actor) ?? actorWithoutName(entry.actor),
    facts: entry.facts.map(({ type, subject }) => ({ type, text: sayFact(type), subject: describe(subject) })),
    leaf: entry.leaf,
    leafHash: entry.leaf_hash.toString('hex'),
    rows: entry.rows.map(({ table_name: table, row_id: id, operation, digest }) => ({
      table,
      id,
      operation: asOperation(operation),
      digest: digest?.toString('hex') ?? null,
      changes: changesOf({ seq, table, id }),
    })),
  }
}

function asOperation(text: string): 'insert' | 'update' | 'delete' {
  if (text === 'insert' || text === 'update' || text === 'delete') return text
  throw new Error(`an entry cannot ${text} a row`)
}

/** The system has no name of its own on the page; someone who is gone keeps the id. */
function actorWithoutName(actor: string): { id: string; name: string } | null {
  const { kind, id } = parseSubject(actor)
  return kind === 'system' ? null : { id, name: kind === 'person' ? 'Somebody who left' : 'A key' }
}

async function subjectNames(at: Looking, subjects: Subjects, facts: readonly Pick<FactRow, 'subject'>[]) {
  const refs = [...new Set(facts.map(({ subject }) => subject))]
  const names = new Map((await subjects.read(at, refs)).map(({ ref, name }) => [ref, name]))
  return (ref: string) => ({ ref, ...parseSubject(ref), name: names.get(ref) ?? null })
}
