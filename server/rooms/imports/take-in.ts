import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { acceptMapping, acceptOptions, type Mapping, type MappingRefusal, suggestMapping } from './model.ts'
import { type FileRefusal, readFile } from './read-file.ts'
import type { Cells, ImportRegister } from './register.ts'
import { type Checked, findImport, insertRows, markRows, readRows, updateImport } from './store.ts'

type Done = Changed<{ id: string }>
export type Missing = { kind: 'not-found' }
/** Whoever may not write the register's records does not take files into it either. */
export type NotAllowed = { kind: 'forbidden' }

/** Takes a file in: its rows wait, and its columns are mapped as they were the last time, or as their headings suggest. */
export async function uploadFile(
  { org, tx, grants }: Change,
  register: ImportRegister,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Result<Done, FileRefusal | NotAllowed>> {
  if (!grants.has(register.permission)) return refuse({ kind: 'forbidden' })
  const table = readFile(bytes)
  if (!table.ok) return table
  const { columns, rows } = table.value
  const remembered = await tx
    .selectFrom('import_mappings')
    .select('mapping')
    .where('org_id', '=', org)
    .where('register', '=', register.name)
    .where('header_key', '=', headerKey(columns))
    .executeTakeFirst()
  const mapping = remembered ? remembered.mapping : suggestMapping(register.fields, columns)
  const id = uuidv7()
  await tx
    .insertInto('imports')
    .values({
      org_id: org,
      id,
      register: register.name,
      file_name: name,
      file_sha256: createHash('sha256').update(bytes).digest('hex'),
      columns,
      mapping: JSON.stringify(mapping),
      row_count: rows.length,
    })
    .execute()
  await insertRows(tx, org, id, rows)
  return done(id, 'uploaded')
}

function headerKey(columns: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex')
}

export type CheckRefusal = Missing | NotAllowed | MappingRefusal | { kind: 'not-open' }

/** The dry run: maps the columns, checks every row and says what is wrong with which; nothing reaches the register. */
export async function checkImport(
  it: Change,
  register: ImportRegister,
  id: string,
  { mapping, options }: { mapping: Mapping; options: Readonly<Record<string, string>> },
): Promise<Result<Done, CheckRefusal>> {
  const { org, tx, now, grants } = it
  const found = await findImport(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (!grants.has(register.permission)) return refuse({ kind: 'forbidden' })
  if (found.state !== 'uploaded' && found.state !== 'checked') return refuse({ kind: 'not-open' })
  const accepted = acceptMapping(mapping, register.fields, found.columns)
  if (!accepted.ok) return accepted
  const decided = acceptOptions(options, register.options ?? [])
  if (!decided.ok) return decided
  const today = now.toISOString().slice(0, 10)
  const at = { tx, org, today, grants, options: decided.value, seen: new Set<string>() }
  for (let after = 0; ; ) {
    const rows = await readRows(tx, org, id, { after, limit: 1000 })
    if (rows.length === 0) break
    const checks = await register.check(
      at,
      rows.map(({ cells }) => cellsOf(cells, found.columns, mapping)),
    )
    await markRows(
      tx,
      org,
      id,
      rows.map(({ number }, place): Checked => {
        const check = checks[place]
        if (!check) throw new Error(`the register ${register.name} did not check row ${number}`)
        if (!check.ok) return { number, state: 'bad', problems: check.problems, record: null, notes: [] }
        const { effect = 'create', notes = [] } = check
        return { number, state: 'good', problems: [], record: null, effect, notes }
      }),
    )
    after = rows.at(-1)?.number ?? after
  }
  await updateImport(tx, org, id, { state: 'checked', mapping, options: decided.value })
  await tx
    .insertInto('import_mappings')
    .values({
      org_id: org,
      id: uuidv7(),
      register: register.name,
      header_key: headerKey(found.columns),
      mapping: JSON.stringify(mapping),
    })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'register', 'header_key']).doUpdateSet({ mapping: JSON.stringify(mapping) }),
    )
    .execute()
  return done(id, 'checked')
}

/** Discards a file that was not committed; its rows go, the record that it was there stays. */
export async function discardImport(
  { org, tx }: Change,
  id: string,
): Promise<Result<Done, Missing | { kind: 'not-open' }>> {
  const found = await findImport(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'uploaded' && found.state !== 'checked') return refuse({ kind: 'not-open' })
  await tx.deleteFrom('import_rows').where('org_id', '=', org).where('import_id', '=', id).execute()
  await updateImport(tx, org, id, { state: 'discarded' })
  return done(id, 'discarded')
}

export function cellsOf(cells: readonly string[], columns: readonly string[], mapping: Mapping): Cells {
  return Object.fromEntries(
    Object.entries(mapping).map(([field, column]) => [field, (cells[columns.indexOf(column)] ?? '').trim()]),
  )
}

export function done(id: string, verb: string): Result<Done, never> {
  return ok({ value: { id }, facts: [{ type: `import.${verb}`, subject: subjectRef('import', id) }] })
}
