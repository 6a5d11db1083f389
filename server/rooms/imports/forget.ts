import { sql } from 'kysely'
import type { Change } from '#platform/database/change.ts'

/**
 * Takes an address out of every row that still waits or was taken in: a row of the people register goes whole, of others the
 * cell that holds it. What they became is erased where it is kept.
 */
export async function forgetInRows({ tx, org }: Pick<Change, 'tx' | 'org'>, email: string): Promise<void> {
  const address = email.trim().toLowerCase()
  await sql`
    update import_rows r
       set was = null, notes = '[]',
           cells = array(select case when i.register = 'people' or lower(trim(c.cell)) = ${address} then '' else c.cell end
                           from unnest(r.cells) with ordinality as c (cell, place) order by c.place)
      from imports i
     where r.org_id = ${org} and i.org_id = r.org_id and i.id = r.import_id
       and exists (select from unnest(r.cells) as c (cell) where lower(trim(c.cell)) = ${address})`.execute(tx)
}
