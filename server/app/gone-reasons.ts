import { sql } from 'kysely'
import type { GoneReasons } from '#rooms/controls/index.ts'

/** A risk that was closed and an obligation that was withdrawn or does not apply are no reasons to include a control any more. */
export const goneReasons: GoneReasons = async (tx, org, refs) => {
  const { rows } = await sql<{ ref: string }>`
    select 'risk:' || id as ref from risks
     where org_id = ${org} and state = 'closed' and 'risk:' || id = any(${refs}::text[])
    union all
    select 'obligation:' || id from obligations
     where org_id = ${org} and state in ('withdrawn', 'not-applicable') and 'obligation:' || id = any(${refs}::text[])`.execute(
    tx,
  )
  return new Set(rows.map(({ ref }) => ref))
}
