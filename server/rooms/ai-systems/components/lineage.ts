import { sql } from 'kysely'
import { parseSubject } from '#kernel/id.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { lineageMost, type LineageView } from '../contract.ts'
import { asWord } from '../rows.ts'
import { componentKinds, relations } from '../rules/words.ts'

type Node = { ref: string; kind: string; name: string; state: string; distance: number }
type Link = LineageView['links'][number]

/**
 * What a record depends on and what depends on it, up to `depth` steps each way and 300 records in all; `complete` says
 * whether that was everything. Undefined where the record is not of this organization.
 */
export async function findLineage(
  tx: Transaction,
  org: OrganizationId,
  { subject, depth }: { subject: string; depth: number },
): Promise<LineageView | undefined> {
  const { kind, id } = parseSubject(subject)
  // one step further than asked, to know whether something was cut off
  const reached = await reach(tx, org, { kind, id }, depth + 1)
  if (reached.length === 0) return undefined
  const within = reached.filter(({ distance }) => Math.abs(distance) <= depth)
  const nodes = within.slice(0, lineageMost)
  const links = await linksAmong(tx, org, nodes)
  return {
    subject,
    depth,
    complete: nodes.length === reached.length,
    nodes: nodes.map((node) => ({ ...node, kind: asWord(['ai-system', ...componentKinds] as const, node.kind) })),
    links,
  }
}

/** Every record within `depth` steps, nearest first, each once with its shortest distance; the subject itself at 0. */
async function reach(
  tx: Transaction,
  org: OrganizationId,
  { kind, id }: { kind: string; id: string },
  depth: number,
): Promise<Node[]> {
  const { rows } = await sql<Node>`
    with recursive link as (
      select coalesce(system_id, from_component) as from_id, component_id as to_id from lineage_links where org_id = ${org}),
    below(id, distance) as (
      select ${id}::uuid, 0 union select l.to_id, b.distance + 1 from link l join below b on l.from_id = b.id where b.distance < ${depth}),
    above(id, distance) as (
      select ${id}::uuid, 0 union select l.from_id, a.distance - 1 from link l join above a on l.to_id = a.id where a.distance > ${-depth}),
    nearest as (
      select distinct on (id) id, distance from (select id, distance from below union all select id, distance from above) as found
       order by id, abs(distance)),
    named as (
      select id, 'ai-system' as kind, name, state from ai_systems where org_id = ${org} and id in (select id from nearest)
      union all select id, kind, name, state from components where org_id = ${org} and id in (select id from nearest))
    select n.kind || ':' || n.id as ref, n.kind, n.name, n.state, r.distance
      from nearest r join named n on n.id = r.id
     where exists (select from named where id = ${id} and kind = ${kind})
     order by abs(r.distance), r.distance, n.name, n.id limit ${lineageMost + 1}`.execute(tx)
  return rows
}

async function linksAmong(tx: Transaction, org: OrganizationId, nodes: readonly Node[]): Promise<Link[]> {
  const ids = nodes.map(({ ref }) => parseSubject(ref).id)
  const { rows } = await sql<Omit<Link, 'relation'> & { relation: string }>`
    select l.id, case when l.system_id is null then f.kind || ':' || l.from_component else 'ai-system:' || l.system_id end as "from",
           t.kind || ':' || l.component_id as "to", l.relation, l.version_id as version, v.label as "versionLabel", l.note
      from lineage_links l
      join components t on t.org_id = l.org_id and t.id = l.component_id
      left join components f on f.org_id = l.org_id and f.id = l.from_component
      left join component_versions v on v.org_id = l.org_id and v.id = l.version_id
     where l.org_id = ${org} and l.component_id = any(${ids}::uuid[])
       and coalesce(l.system_id, l.from_component) = any(${ids}::uuid[])
     order by l.id`.execute(tx)
  return rows.map((row) => ({ ...row, relation: asWord(relations, row.relation) }))
}
