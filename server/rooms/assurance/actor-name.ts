import { sql } from 'kysely'

/** Who did it by name: a person, or the key of a machine. */
export function actorName(column: string) {
  const actor = sql.ref(column)
  return sql<string>`coalesce(case
    when ${actor} like 'person:%' then (select a.name from people a where a.id = substring(${actor} from 8)::uuid)
    when ${actor} like 'machine:%' then (select k.name from api_keys k where k.id = substring(${actor} from 9)::uuid)
    else substring(${actor} from position(':' in ${actor}) + 1) end, 'a former colleague')`
}
