import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { parseSubject, type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { LinkDraft } from '../contract.ts'
import type { Missing } from '../move.ts'
import { missingReference, loadAiSystem } from '../store.ts'
import { misfit } from '../rules/lineage.ts'
import type { ComponentKind } from '../rules/words.ts'
import { type Component, loadComponent } from './store.ts'

export type LinkRefusal =
  | Missing
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
  | { kind: 'relation-does-not-fit'; problems: { path: string; message: string }[] }
  | { kind: 'goes-in-a-circle' }
  | { kind: 'linked-already'; existing: string }
  | { kind: 'component-retired' }

type From =
  | { system: string; subject: SubjectRef; fits: 'ai-system' }
  | { component: Component; subject: SubjectRef; fits: ComponentKind }

/** Says that a system or a component depends on a component. Nothing may in the end depend on itself. */
export async function linkComponent(
  it: Change,
  draft: LinkDraft,
): Promise<Result<Changed<{ id: string }>, LinkRefusal>> {
  const from = await findFrom(it, draft.from)
  if (!from.ok) return from
  const to = await loadComponent(it.tx, it.org, draft.to)
  if (!to) return refuse({ kind: 'no-such-reference', problems: [missingReference('to')] })
  if (to.state === 'retired') return refuse({ kind: 'component-retired' })
  const refused = await refusalOfLink(it, draft, from.value, to)
  if (refused) return refuse(refused)

  const id = uuidv7()
  await it.tx
    .insertInto('lineage_links')
    .values({
      org_id: it.org,
      id,
      system_id: 'system' in from.value ? from.value.system : null,
      from_component: 'component' in from.value ? from.value.component.id : null,
      component_id: to.id,
      relation: draft.relation,
      version_id: draft.version,
      note: draft.note,
    })
    .execute()
  const target = subjectRef(to.kind, to.id)
  const facts: [Fact, ...Fact[]] = [
    { type: 'component.linked', subject: target },
    { type: 'lineage.linked', subject: from.value.subject },
    ...(draft.relation === 'fine-tuned-from'
      ? [{ type: 'model.fine-tuning-stated', subject: from.value.subject }]
      : []),
  ]
  return ok({ value: { id }, facts })
}

async function findFrom(it: Change, ref: string): Promise<Result<From, LinkRefusal>> {
  const { kind, id } = parseSubject(ref)
  const nowhere: Result<From, LinkRefusal> = {
    ok: false,
    error: { kind: 'no-such-reference', problems: [missingReference('from')] },
  }
  if (kind === 'ai-system') {
    const system = await loadAiSystem(it.tx, it.org, id)
    if (!system) return nowhere
    if (!it.grants.allows('ai-systems:edit', system)) return refuse({ kind: 'forbidden' })
    return ok({ system: id, subject: subjectRef(kind, id), fits: 'ai-system' })
  }
  const component = await loadComponent(it.tx, it.org, id)
  if (component?.kind !== kind) return nowhere
  if (!it.grants.allows('components:edit', component)) return refuse({ kind: 'forbidden' })
  return ok({ component, subject: subjectRef(kind, id), fits: component.kind })
}

async function refusalOfLink(
  it: Change,
  { relation, version }: LinkDraft,
  from: From,
  to: Component,
): Promise<LinkRefusal | null> {
  const message = misfit(relation, from.fits, to.kind)
  if (message !== null) return { kind: 'relation-does-not-fit', problems: [{ path: 'relation', message }] }
  if (version !== null && !(await isVersionOf(it, to.id, version))) {
    return { kind: 'no-such-reference', problems: [missingReference('version')] }
  }
  if ('component' in from && (await leadsTo(it, to.id, from.component.id))) return { kind: 'goes-in-a-circle' }
  const existing = await findLink(it, from, to.id, relation)
  return existing ? { kind: 'linked-already', existing } : null
}

async function isVersionOf({ tx, org }: Change, component: string, version: string): Promise<boolean> {
  const row = await tx
    .selectFrom('component_versions')
    .select('id')
    .where('org_id', '=', org)
    .where('component_id', '=', component)
    .where('id', '=', version)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether one arrives at `end` when following from `start` what it depends on. */
async function leadsTo({ tx, org }: Change, start: string, end: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive reached(id) as (
      select ${start}::uuid
      union select l.component_id from lineage_links l join reached r on l.from_component = r.id where l.org_id = ${org})
    select exists (select from reached where id = ${end}) as found`.execute(tx)
  return rows[0]?.found === true
}

async function findLink({ tx, org }: Change, from: From, to: string, relation: string): Promise<string | undefined> {
  const [column, id] =
    'system' in from ? (['system_id', from.system] as const) : (['from_component', from.component.id] as const)
  const row = await tx
    .selectFrom('lineage_links')
    .select('id')
    .where('org_id', '=', org)
    .where(column, '=', id)
    .where('component_id', '=', to)
    .where('relation', '=', relation)
    .executeTakeFirst()
  return row?.id
}

/** Takes a link out; history keeps it, and linking again undoes this. */
export async function unlinkComponent(it: Change, id: string): Promise<Result<Changed<{ id: string }>, Missing>> {
  const link = await it.tx
    .selectFrom('lineage_links as l')
    .innerJoin('components as c', (join) =>
      join.onRef('c.org_id', '=', 'l.org_id').onRef('c.id', '=', 'l.component_id'),
    )
    .leftJoin('components as f', (join) =>
      join.onRef('f.org_id', '=', 'l.org_id').onRef('f.id', '=', 'l.from_component'),
    )
    .select(['l.system_id', 'l.from_component', 'f.kind as from_kind', 'l.component_id', 'c.kind'])
    .where('l.org_id', '=', it.org)
    .where('l.id', '=', id)
    .executeTakeFirst()
  if (!link) return refuse({ kind: 'not-found' })
  const from = link.system_id ? `ai-system:${link.system_id}` : `${link.from_kind ?? ''}:${link.from_component ?? ''}`
  const found = await findFrom(it, from)
  if (!found.ok) return refuse({ kind: found.error.kind === 'forbidden' ? 'forbidden' : 'not-found' })
  await it.tx.deleteFrom('lineage_links').where('org_id', '=', it.org).where('id', '=', id).execute()
  const target = subjectRef(link.kind, link.component_id)
  return ok({
    value: { id },
    facts: [
      { type: 'component.unlinked', subject: target },
      { type: 'lineage.unlinked', subject: found.value.subject },
    ],
  })
}
