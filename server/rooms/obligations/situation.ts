import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

type Cited = { ref: string; name: string }
type Shortfall = { count: number; worst: Cited[] }

const lacks = {
  undecided: `state = 'identified'`,
  withoutOwner: `state in ('applies', 'being-fulfilled', 'reviewed') and owner_id is null`,
  /** applies and is in force, or has no day from which it applies, and nobody began to fulfil it */
  inForceNotStarted: `state = 'applies' and (due_on is null or due_on <= today)`,
  reviewOverdue: `state in ('applies', 'being-fulfilled', 'reviewed') and review_due_on < today`,
  /** asks for a report, and nobody decided whether it applies */
  reportingUndecided: `reports_to <> '' and state = 'identified'`,
  /** asks for a report, applies, and has no owner or no way yet */
  reportingNotStarted: `reports_to <> '' and state = 'applies'`,
  /** asks for a report and has applied since a day that is over, without a review that found it fulfilled */
  reportingNotShown: `reports_to <> '' and state = 'being-fulfilled' and (due_on is null or due_on <= today)`,
  reportingOverdue: `reports_to <> '' and state in ('applies', 'being-fulfilled', 'reviewed') and review_due_on < today`,
} as const
type LackName = keyof typeof lacks

export type ObligationsSituation = Record<LackName, Shortfall> & {
  /** in the register and not withdrawn */
  total: number
  /** decided to apply, being fulfilled or reviewed */
  applying: number
  reviewed: number
  newest: Cited[]
  /** that oblige to tell somebody something: in the register, applying, and found fulfilled by a review */
  reporting: { total: number; applying: number; reviewed: number; newest: Cited[] }
  /** systems that were answered under the EU AI Act at all */
  actAnswered: number
  /** systems in scope and in use without current answers under the EU AI Act */
  actUnanswered: Shortfall
  /** systems whose answers were opened again by a change */
  actReopened: Shortfall
}

/** The register of obligations and the answers about systems, as the rules of readiness look at them. */
export async function readObligationsSituation(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<ObligationsSituation> {
  const lists = Object.entries(lacks)
    .map(
      ([name, condition]) =>
        `'${name}', ${shortfall(`select 'obligation:' || id as ref, title as name from rows where ${condition}`)}`,
    )
    .join(', ')
  const { rows } = await sql<{ found: ObligationsSituation }>`
    with rows as (select o.*, ${today}::date as today from obligations o where o.org_id = ${org} and o.state <> 'withdrawn'),
         systems as (select s.id, s.name, a.state as act from ai_systems s
           left join act_assessments a on a.org_id = s.org_id and a.system_id = s.id and a.state <> 'superseded'
          where s.org_id = ${org} and s.scope <> 'out' and s.state not in ('retired', 'dismissed')
            and s.intake is distinct from 'open' and s.intake is distinct from 'dismissed')
    select json_build_object(
      'total', (select count(*) from rows),
      'applying', (select count(*) from rows where state in ('applies', 'being-fulfilled', 'reviewed')),
      'reviewed', (select count(*) from rows where state = 'reviewed'),
      'newest', ${sql.raw(newest('true'))},
      'reporting', (select json_build_object('total', count(*),
        'applying', count(*) filter (where state in ('applies', 'being-fulfilled', 'reviewed')),
        'reviewed', count(*) filter (where state = 'reviewed'),
        'newest', ${sql.raw(newest(`reports_to <> ''`))}) from rows where reports_to <> ''),
      'actAnswered', (select count(*) from systems where act is not null),
      'actUnanswered', ${sql.raw(shortfall(`select 'ai-system:' || id as ref, name from systems where act is null`))},
      'actReopened', ${sql.raw(shortfall(`select 'ai-system:' || id as ref, name from systems where act = 'reopened'`))},
      ${sql.raw(lists)}) as found`.execute(tx)
  const found = rows[0]?.found
  if (!found) throw new Error('the situation of obligations gave no row')
  return found
}

/** The newest five rows of which this holds. The text is ours; nothing given enters it. */
function newest(condition: string): string {
  return `(select coalesce(json_agg(json_build_object('ref', 'obligation:' || id, 'name', title)), '[]')
    from (select id, title from rows where ${condition} order by created_at desc, id desc limit 5) n)`
}

/** How many rows a selection of `ref` and `name` has, and the first five. The text is ours; nothing given enters it. */
function shortfall(selection: string): string {
  return `(select json_build_object('count', count(*), 'worst', coalesce(json_agg(
    json_build_object('ref', ref, 'name', name) order by name, ref) filter (where place <= 5), '[]'))
    from (select ref, name, row_number() over (order by name, ref) as place from (${selection}) chosen) ranked)`
}
