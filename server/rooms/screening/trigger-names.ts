import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

/** Triggers with the name of the record that raised them; a person's report has none. */
export function triggersByName(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('screening_triggers as t')
    .leftJoin('ai_systems as s', (on) =>
      on.onRef('s.org_id', '=', 't.org_id').on(sql<boolean>`t.cause = 'ai-system:' || s.id`),
    )
    .leftJoin('components as c', (on) =>
      on.onRef('c.org_id', '=', 't.org_id').on(sql<boolean>`t.cause in ('model:' || c.id, 'dataset:' || c.id)`),
    )
    .leftJoin('deals as d', (on) => on.onRef('d.org_id', '=', 't.org_id').on(sql<boolean>`t.cause = 'deal:' || d.id`))
    .leftJoin('competitor_certifications as k', (on) =>
      on.onRef('k.org_id', '=', 't.org_id').on(sql<boolean>`t.cause = 'competitor:' || k.id`),
    )
    .where('t.org_id', '=', org)
    .select(['t.id', 't.trigger_id', 't.note', 't.state', 't.created_at'])
    .select(sql<string | null>`coalesce(s.name, c.name, d.name, k.name)`.as('about'))
}

/** What happened, and to what: "An AI system is used in the EU: Credit scoring model". */
export function describeTrigger({
  note,
  trigger_id,
  about,
}: {
  note: string
  trigger_id: string
  about: string | null
}) {
  const what = (note || trigger_id.replaceAll('-', ' ')).replace(/\.$/, '')
  return about ? `${what}: ${about}` : what
}
