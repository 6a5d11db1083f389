import { sql } from 'kysely'
import { formerColleague } from '#kernel/former-colleague.ts'

/** Who did it by name: a person, the key of a machine, or Assay by itself. */
export function actorName(column: string) {
  const actor = sql.ref(column)
  return sql<string>`coalesce(case
    when ${actor} like 'person:%' then (select a.name from people a where a.id = substring(${actor} from 8)::uuid)
    when ${actor} like 'machine:%' then (select k.name from api_keys k where k.id = substring(${actor} from 9)::uuid)
    when ${actor} like 'system:%' then 'Assay'
    else substring(${actor} from position(':' in ${actor}) + 1) end, ${formerColleague})`
}
