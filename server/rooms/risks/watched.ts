import { sql } from 'kysely'
import { type OrganizationId, parseSubject, type SubjectRef } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { TriggerKind } from './model.ts'

type Look = { tx: Transaction; org: OrganizationId; id: string }
export type Watch = {
  kind: TriggerKind
  note: string
  /** where the fact alone does not say it, whether the record as it stands does */
  holds?(look: Look): Promise<boolean>
}

const system = (note: string): Watch => ({ kind: 'system-changed', note })
const component = (note: string): Watch => ({ kind: 'component-changed', note })
const added: Watch = { ...component('Another version of a component is in use.'), holds: isNewestCurrent }

/** Which facts of other rooms call for a new assessment, and what is said about it. */
export const watched: Readonly<Record<string, Watch>> = {
  'ai-system.purpose-changed': system('The purpose of the AI system changed.'),
  'ai-system.provenance-changed': system('The AI system comes from elsewhere now.'),
  'ai-system.individual-decisions-changed': system('How far the AI system decides about individuals changed.'),
  'ai-system.put-into-use': system('The AI system was put into use.'),
  'ai-system.resumed': system('The AI system was put back into use.'),
  'ai-system.suspended': system('The AI system was suspended.'),
  'ai-system.retired': system('The AI system was retired. Close the risk if it went with it.'),
  'ai-system.supplier-changed': { kind: 'supplier-changed', note: 'The AI system comes from another supplier.' },
  'lineage.linked': component('The AI system uses another component.'),
  'model.fine-tuning-stated': component('A model was fine-tuned.'),
  ...Object.fromEntries(
    (['model', 'dataset', 'prompt', 'agent'] as const).flatMap((kind): [string, Watch][] => [
      [`${kind}.version-added`, added],
      [`${kind}.version-made-current`, component('Another version of a component is in use.')],
      [`${kind}.version-withdrawn`, component('A version of a component was withdrawn.')],
      [`${kind}.supplier-changed`, { kind: 'supplier-changed', note: 'A component comes from another supplier.' }],
    ]),
  ),
  'measurement-run.failed': { kind: 'measurement-failed', note: 'A measurement of the AI system broke a limit.' },
}

/** A version that waits as a draft changes nothing yet. */
export async function isNewestCurrent({ tx, org, id }: Look): Promise<boolean> {
  const newest = await tx
    .selectFrom('component_versions')
    .select('state')
    .where('org_id', '=', org)
    .where('component_id', '=', id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.state === 'current'
}

/**
 * The AI systems that a fact is about: itself; the one that a run measured; and for a model, dataset, prompt or agent every system
 * that uses it, directly or through other components.
 */
export async function systemsBehind(tx: Transaction, org: OrganizationId, subject: SubjectRef): Promise<string[]> {
  const { kind, id } = parseSubject(subject)
  if (kind === 'ai-system') return [id]
  if (kind === 'measurement-run') {
    const run = await tx
      .selectFrom('measurement_runs')
      .select('subject')
      .where('org_id', '=', org)
      .where('id', '=', id)
      .executeTakeFirst()
    return run && !run.subject.startsWith('measurement-run:')
      ? await systemsBehind(tx, org, run.subject as SubjectRef)
      : []
  }
  const { rows } = await sql<{ id: string }>`
    with recursive above (id) as (
      select ${id}::uuid
      union
      select coalesce(l.system_id, l.from_component) from lineage_links l join above a on l.component_id = a.id
       where l.org_id = ${org})
    select s.id from ai_systems s join above a on a.id = s.id where s.org_id = ${org} order by s.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Who delivers a component, where somebody does: a change of it is the supplier's. */
export async function hasSupplier(tx: Transaction, org: OrganizationId, subject: SubjectRef): Promise<boolean> {
  const { id } = parseSubject(subject)
  const found = await tx
    .selectFrom('components')
    .select('supplier')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined && found.supplier !== ''
}
