import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { acceptMapping, type Mapping, type MappingRefusal, suggestMapping } from './model.ts'
import { type FileRefusal, readFile } from './read-file.ts'
import type { Cells, ImportRegister } from './register.ts'
import { type Checked, findImport, insertRows, markRows, readRows, updateImport } from './store.ts'

type Done = Changed<{ id: string }>
export type Missing = { kind: 'not-found' }

/** Takes a file in: its rows wait, and its columns are mapped as they were the last time, or as their headings suggest. */
export async function uploadFile(
  { org, tx }: Change,
  register: ImportRegister,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Result<Done, FileRefusal>> {
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

export type CheckRefusal = Missing | MappingRefusal | { kind: 'not-open' }

/** The dry run: maps the columns, checks every row and says what is wrong with which; nothing reaches the register. */
export async function checkImport(
  it: Change,
  register: ImportRegister,
  id: string,
  mapping: Mapping,
): Promise<Result<Done, CheckRefusal>> {
  const { org, tx, now } = it
  const found = await findImport(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'uploaded' && found.state !== 'checked') return refuse({ kind: 'not-open' })
  const accepted = acceptMapping(mapping, register.fields, found.columns)
  if (!accepted.ok) return accepted
  const today = now.toISOString().slice(0, 10)
  for (let after = 0; ; ) {
    const rows = await readRows(tx, org, id, { after, limit: 1000 })
    if (rows.length === 0) break
    const checks = await register.check(
      { tx, org, today },
      rows.map(({ cells }) => cellsOf(cells, found.columns, mapping)),
    )
    await markRows(
      tx,
      org,
      id,
      rows.map(({ number }, at): Checked => {
        const check = checks[at]
        if (!check) throw new Error(`the register ${register.name} did not check row ${number}`)
        return { number, state: check.ok ? 'good' : 'bad', problems: check.ok ? [] : check.problems, record: null }
      }),
    )
    after = rows.at(-1)?.number ?? after
  }
  await updateImport(tx, org, id, { state: 'checked', mapping })
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
