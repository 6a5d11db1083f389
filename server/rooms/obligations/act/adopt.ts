import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { identifyObligation, obligationRef } from '../identify.ts'
import { reportsToOf } from './rules/reporting.ts'
import type { Duty } from './rules/result.ts'
import { type Living, loadLiving, systemExists } from './store.ts'

type Missing = { kind: 'not-found' } | { kind: 'nothing-answered' }
export type AdoptRefusal = Missing | { kind: 'no-such-duty' } | { kind: 'adopted-already' }

/**
 * Takes duties over into the register in one act. A duty with the same date that stands there for another system, and is
 * not yet reviewed, gets this system as well; whether each applies is still decided by a person.
 */
export async function adoptDuties(
  it: Change,
  system: string,
  duties: readonly string[],
): Promise<Result<Changed<{ obligations: string[] }>, AdoptRefusal>> {
  const { tx, org } = it
  if (!(await systemExists(tx, org, system))) return refuse({ kind: 'not-found' })
  const living = await loadLiving(tx, org, system)
  if (!living) return refuse({ kind: 'nothing-answered' })
  const wanted = [...new Set(duties)].map((id) => living.result.duties.find((duty) => duty.id === id))
  const adopted = await adoptedFor(it, system)
  const obligations: string[] = []
  const facts: Fact[] = []
  for (const duty of wanted) {
    if (!duty) return refuse({ kind: 'no-such-duty' })
    if (adopted.has(duty.id)) continue
    const id = (await joinExisting(it, system, duty)) ?? (await makeNew(it, system, duty, living))
    obligations.push(id)
    facts.push({ type: 'obligation.adopted', subject: obligationRef(id) })
  }
  const [first, ...rest] = facts
  if (!first) return refuse({ kind: 'adopted-already' })
  return ok({ value: { obligations }, facts: [first, ...rest] })
}

/** The obligations that duties of this system stand as, by duty. */
export async function adoptedFor(
  { tx, org }: Pick<Change, 'tx' | 'org'>,
  system: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ duty: string; id: string }>`
    select o.duty, o.id from obligations o
      join obligation_systems x on x.org_id = o.org_id and x.obligation_id = o.id and x.system_id = ${system}
     where o.org_id = ${org} and o.duty is not null and o.state <> 'withdrawn'`.execute(tx)
  return new Map(rows.map(({ duty, id }) => [duty, id]))
}

async function joinExisting({ tx, org }: Change, system: string, duty: Duty): Promise<string | undefined> {
  const found = await tx
    .selectFrom('obligations')
    .select('id')
    .where('org_id', '=', org)
    .where('duty', '=', duty.id)
    .where('due_on', '=', duty.date.on)
    .where('state', 'in', ['identified', 'applies', 'being-fulfilled'])
    .orderBy('created_at')
    .executeTakeFirst()
  if (!found) return undefined
  await tx
    .insertInto('obligation_systems')
    .values({ org_id: org, id: uuidv7(), obligation_id: found.id, system_id: system })
    .execute()
  return found.id
}

async function makeNew(it: Change, system: string, duty: Duty, { id }: Living): Promise<string> {
  const { article, title, asks, date, condition } = duty
  const made = await identifyObligation(
    it,
    {
      reference: '',
      title,
      sourceKind: 'law',
      source: 'Regulation (EU) 2024/1689 (EU AI Act)',
      article,
      asks,
      systems: [system],
      owner: null,
      fulfilment: '',
      reportsTo: reportsToOf(duty.id),
      dueOn: date.on,
      dueSource: [`${date.ref}, ${date.source}`, condition?.text ?? ''].filter(Boolean).join('. '),
      reviewDueOn: null,
    },
    { assessment: id, duty: duty.id },
  )
  if (!made.ok) throw new Error(`a duty could not be taken over: ${made.error.kind}`)
  return made.value.value.id
}

/** Takes an adoption back, as long as nobody has worked on what it brought into the register. */
export async function undoAdoption(
  { tx, org }: Change,
  system: string,
  obligations: readonly string[],
): Promise<Result<Changed<{ count: number }>, { kind: 'not-found' } | { kind: 'changed-since' }>> {
  const facts: Fact[] = []
  for (const id of new Set(obligations)) {
    const { rows } = await sql<{ untouched: boolean; here: boolean; systems: number }>`
      select o.version = 1 and o.state = 'identified'
             and not exists (select from obligation_links l where l.org_id = o.org_id and l.obligation_id = o.id) as untouched,
             exists (select from obligation_systems x
                      where x.org_id = o.org_id and x.obligation_id = o.id and x.system_id = ${system}) as here,
             (select count(*)::int from obligation_systems x
               where x.org_id = o.org_id and x.obligation_id = o.id) as systems
        from obligations o where o.org_id = ${org} and o.id = ${id} and o.duty is not null`.execute(tx)
    const found = rows[0]
    if (!found?.here) return refuse({ kind: 'not-found' })
    if (found.systems === 1 && !found.untouched) return refuse({ kind: 'changed-since' })
    await tx
      .deleteFrom('obligation_systems')
      .where('org_id', '=', org)
      .where('obligation_id', '=', id)
      .where('system_id', '=', system)
      .execute()
    if (found.systems === 1) await tx.deleteFrom('obligations').where('org_id', '=', org).where('id', '=', id).execute()
    facts.push({ type: 'obligation.adoption-undone', subject: obligationRef(id) })
  }
  const [first, ...rest] = facts
  if (!first) return refuse({ kind: 'not-found' })
  return ok({ value: { count: facts.length }, facts: [first, ...rest] })
}
