import { sql } from 'kysely'
import type { InboxReader } from '#platform/inbox.ts'
import type { SubjectReader } from '#platform/subjects.ts'
import { contains } from './rows.ts'

const risks: SubjectReader = {
  kind: 'risk',
  permission: 'risks:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('risks')
      .select(['id', 'title', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', [...ids])
      .execute()
    return rows.map(({ id, title, state }) => ({ id, name: title, state }))
  },
  async search(tx, org, words, limit) {
    const rows = await tx
      .selectFrom('risks')
      .select(['id', 'title', 'state'])
      .where('org_id', '=', org)
      .where(sql<boolean>`(title || ' ' || reference) ilike ${contains(words)}`)
      .orderBy(sql`state = 'closed'`)
      .orderBy('title')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ id, title, state }) => ({ id, name: title, state }))
  },
}

const criteria: SubjectReader = {
  kind: 'risk-criteria',
  permission: 'risks:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('risk_criteria')
      .select(['id', 'edition', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', [...ids])
      .execute()
    return rows.map(({ id, edition, state }) => ({ id, name: `Risk criteria, edition ${edition}`, state }))
  },
}

const simulations: SubjectReader = {
  kind: 'risk-simulation',
  permission: 'risks:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('risk_simulations as s')
      .leftJoin('risks as r', (join) => join.onRef('r.org_id', '=', 's.org_id').onRef('r.id', '=', 's.risk_id'))
      .select(['s.id', 's.state', 'r.title', 's.asked_on'])
      .where('s.org_id', '=', org)
      .where('s.id', 'in', [...ids])
      .execute()
    return rows.map(({ id, state, title, asked_on: on }) => ({
      id,
      name: `Loss of a year of ${title ?? 'all risks'}, ${on}`,
      state,
    }))
  },
}

/** Risks, criteria and simulations by name, for links and for the search over all rooms. */
export const riskSubjects: readonly SubjectReader[] = [risks, criteria, simulations]

/** Criteria that others wrote wait for somebody who may approve them. */
const criteriaInbox: InboxReader = {
  permission: 'risks:approve-criteria',
  async read({ tx, org, person }, limit) {
    const rows = await tx
      .selectFrom('risk_criteria')
      .select(['id', 'edition', 'changed_at'])
      .where('org_id', '=', org)
      .where('state', '=', 'draft')
      .where(sql<boolean>`not (${person}::uuid = any(authors))`)
      .limit(limit)
      .execute()
    const items = rows.map(({ id, edition, changed_at }) => ({
      what: 'approve-risk-criteria',
      subject: `risk-criteria:${id}`,
      name: `Risk criteria, edition ${edition}`,
      since: changed_at,
      dueOn: null,
    }))
    return { items, total: items.length }
  },
}

/** Risks that one answers for and that have to be assessed again, with the reason; a risk without an owner waits for managers. */
const reassessInbox: InboxReader = {
  permission: 'risks:rate',
  async read({ tx, org, person, grants }, limit) {
    const unowned = grants.has('risks:accept-above-appetite')
    const waiting = tx
      .selectFrom('risk_triggers as t')
      .innerJoin('risks as r', (join) => join.onRef('r.org_id', '=', 't.org_id').onRef('r.id', '=', 't.risk_id'))
      .where('t.org_id', '=', org)
      .where('t.answered_on', 'is', null)
      .where('r.state', '<>', 'closed')
      .where(sql<boolean>`(r.owner_id = ${person}::uuid or (r.owner_id is null and ${unowned}))`)
    const counted = await waiting.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
    const rows = await waiting
      .select(['r.id', 'r.title', 't.note', 't.created_at'])
      .orderBy('t.created_at')
      .limit(limit)
      .execute()
    const items = rows.map(({ id, title, note, created_at }) => ({
      what: 'reassess-risk',
      subject: `risk:${id}`,
      name: `${title} (${note})`,
      since: created_at,
      dueOn: null,
    }))
    return { items, total: counted.total }
  },
}

/**
 * What is left of risks that one answers for waits for acceptance; above the appetite, and where the owner rated it, for managers who
 * did not.
 */
const acceptInbox: InboxReader = {
  permission: 'risks:accept',
  async read({ tx, org, person, grants }, limit) {
    const manages = grants.has('risks:accept-above-appetite')
    const waiting = tx
      .selectFrom('risks as r')
      .innerJoin('risk_ratings as g', (join) =>
        join.onRef('g.org_id', '=', 'r.org_id').onRef('g.id', '=', 'r.residual_id'),
      )
      .where('r.org_id', '=', org)
      .where('r.state', '=', 'treated')
      .where('g.rated_by', '<>', person)
      .where('r.owner_id', 'is not', null)
      .where(sql<boolean>`case when g.level = 'not-acceptable' or g.rated_by = r.owner_id then ${manages}
        else r.owner_id = ${person}::uuid end`)
    const counted = await waiting.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
    const rows = await waiting
      .select(['r.id', 'r.title', 'g.created_at'])
      .orderBy('g.created_at')
      .limit(limit)
      .execute()
    const items = rows.map(({ id, title, created_at }) => ({
      what: 'accept-risk',
      subject: `risk:${id}`,
      name: title,
      since: created_at,
      dueOn: null,
    }))
    return { items, total: counted.total }
  },
}

/**
 * A treatment whose actions are done waits for a judgement whether it works: of the owner of the risk, or of managers where the owner
 * decided it.
 */
const checkInbox: InboxReader = {
  permission: 'risks:edit',
  async read({ tx, org, person, grants }, limit) {
    const manages = grants.has('risks:accept-above-appetite')
    const { rows } = await sql<{ id: string; title: string; since: Date; total: number }>`
      with done as (
        select subject, max(changed_at) as since, bool_and(state <> 'open') as all_done from tasks
         where org_id = ${org} and source like 'risk-action:%' and state <> 'cancelled' group by subject)
      select r.id, r.title, d.since, count(*) over ()::int as total
        from risks r join done d on d.subject = 'risk:' || r.id and d.all_done
       where r.org_id = ${org} and r.state in ('treated', 'accepted') and r.check_result is null
         and r.treatment_by is distinct from ${person}::uuid
         and (r.owner_id = ${person}::uuid or (${manages} and (r.owner_id is null or r.owner_id = r.treatment_by)))
       order by d.since, r.id limit ${limit}`.execute(tx)
    const items = rows.map(({ id, title, since }) => ({
      what: 'check-treatment',
      subject: `risk:${id}`,
      name: title,
      since,
      dueOn: null,
    }))
    return { items, total: rows[0]?.total ?? 0 }
  },
}

export const riskInbox: readonly InboxReader[] = [criteriaInbox, reassessInbox, acceptInbox, checkInbox]
