import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

type Row = {
  kind: string
  name: string
  detail: string[]
  versions: { label: string; on: string | null; notes: string }[]
}

/** The models and data that one AI system rests on, directly or through others, and the versions that came over its life. */
export async function readComponentTemplateFacts(tx: Transaction, org: OrganizationId, system: string) {
  const { rows } = await sql<Row>`
    with recursive below (id) as (
      select component_id from lineage_links where org_id = ${org} and system_id = ${system}
      union
      select l.component_id from lineage_links l join below b on l.from_component = b.id where l.org_id = ${org})
    select c.kind, c.name, array_remove(array[nullif(c.supplier, ''), nullif(c.architecture, ''), nullif(c.origin, ''),
             nullif(c.rights, ''), nullif(c.amount, ''), nullif(c.preparation, '')], null) as detail,
           coalesce((select json_agg(json_build_object('label', v.label, 'on', v.released_on, 'notes', v.notes)
               order by v.released_on nulls first, v.created_at)
             from component_versions v where v.org_id = c.org_id and v.component_id = c.id
               and v.state in ('current', 'superseded')), '[]') as versions
      from components c join below b on b.id = c.id where c.org_id = ${org} order by c.kind, c.name`.execute(tx)
  const of = (...kinds: string[]) =>
    rows
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ name, detail, versions }) => [name, versions.at(-1)?.label ?? '', ...detail].filter(Boolean).join('; '))
  const changes = rows.flatMap(({ name, versions }) =>
    versions.map(({ label, on, notes }) => [`${name} ${label}`, on ?? '', notes].filter(Boolean).join(', ')),
  )
  return {
    values: {
      ...(rows.some(({ kind }) => kind === 'dataset') && { datasets: of('dataset') }),
      ...(rows.some(({ kind }) => kind !== 'dataset') && { models: of('model', 'prompt', 'agent') }),
      ...(changes.length > 0 && { changes: changes.join('; ') }),
    },
    facts: {},
  }
}
