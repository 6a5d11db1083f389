import { requirementByKey } from '@assay/frameworks'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { CheckDraft, ControlFilter, ControlItem, ControlView } from './contract.ts'
import { dueOf, evidenceOf, lastCheckOf } from './gathered-sql.ts'
import type { AppliedControl, ControlId } from './model.ts'
import { asOutcome, asScope, asState, contains, named } from './rows.ts'

const requirementsOf = sql<string[]>`array(select r.requirement from applied_control_requirements r
  where r.org_id = c.org_id and r.control_id = c.id order by r.requirement)`.as('requirements')
const systemsOf = sql<
  { id: string; name: string }[]
>`(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name)
  order by s.name, s.id), '[]') from applied_control_systems x join ai_systems s on s.org_id = x.org_id and s.id = x.system_id
  where x.org_id = c.org_id and x.control_id = c.id)`.as('systems')

function controlsOf(tx: Transaction, org: OrganizationId, today: string) {
  return tx
    .selectFrom('applied_controls as c')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'c.org_id').onRef('p.id', '=', 'c.owner_id'))
    .leftJoinLateral(lastCheckOf.as<'k'>('k'), (join) => join.onTrue())
    .leftJoinLateral(sql<{ due: string | null }>`(select ${dueOf} as due)`.as<'d'>('d'), (join) => join.onTrue())
    .where('c.org_id', '=', org)
    .select(['c.id', 'c.version', 'c.reference', 'c.name', 'c.how', 'c.check_how', 'c.check_months', 'c.owner_id'])
    .select(['c.scope', 'c.state', 'c.running_since', 'c.retired_on', 'c.retired_reason', 'c.changed_at'])
    .select(['p.name as owner_name', 'k.last_on', 'k.last_outcome', 'd.due'])
    .select([requirementsOf, systemsOf, evidenceOf(today).as('evidence')])
}

type Row = Awaited<ReturnType<ReturnType<typeof controlsOf>['executeTakeFirstOrThrow']>>

/** One page of applied controls. `today` decides which checks are overdue and which evidence is valid. */
export async function listControls(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & ControlFilter,
  today: string,
): Promise<Page<ControlItem>> {
  let rows = controlsOf(tx, org, today)
  if (query.state) rows = rows.where('c.state', '=', query.state)
  if (query.owner) rows = rows.where('c.owner_id', '=', query.owner)
  if (query.scope) rows = rows.where('c.scope', '=', query.scope)
  if (query.requirement)
    rows = rows.where(sql<boolean>`exists (select from applied_control_requirements r where r.org_id = c.org_id
      and r.control_id = c.id and r.requirement = ${query.requirement})`)
  if (query.system)
    rows = rows.where(sql<boolean>`exists (select from applied_control_systems x where x.org_id = c.org_id
      and x.control_id = c.id and x.system_id = ${query.system})`)
  if (query.check === 'overdue') rows = rows.where('d.due', '<', today)
  if (query.check === 'failed')
    rows = rows.where('c.state', '=', 'running').where('k.last_outcome', '=', 'does-not-work')
  if (query.q) rows = rows.where('c.name', 'ilike', contains(query.q))
  const page = await readPage(rows, query, {
    orders: { name: 'c.name', state: 'c.state', owner: 'p.name', checkDueOn: 'd.due', changedAt: 'c.changed_at' },
    fallback: 'name',
    id: 'c.id',
  })
  return { ...page, items: page.items.map((row) => toItem(row, today)) }
}

export function nameRequirement(key: string): ControlItem['requirements'][number] {
  const found = requirementByKey(key)
  if (!found) throw new Error(`${key} is in no catalogue`)
  return { key: found.key, framework: found.framework, ref: found.ref, title: found.title }
}

function toItem(row: Row, today: string): ControlItem {
  const { id, version, reference, name, systems, evidence, due } = row
  return {
    id,
    version,
    reference,
    name,
    systems,
    evidence,
    state: asState(row.state),
    scope: asScope(row.scope),
    owner: row.owner_id ? named(row.owner_id, row.owner_name) : null,
    requirements: row.requirements.map(nameRequirement),
    checkMonths: row.check_months,
    lastCheck: row.last_on && row.last_outcome ? { on: row.last_on, outcome: asOutcome(row.last_outcome) } : null,
    checkDueOn: due,
    checkOverdue: due !== null && due < today,
    changedAt: row.changed_at,
  }
}

export async function findControl(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<ControlView | undefined> {
  const row = await controlsOf(tx, org, today).where('c.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const checks = await tx
    .selectFrom('applied_control_checks as k')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'k.org_id').onRef('p.id', '=', 'k.checked_by'))
    .select(['k.id', 'k.version', 'k.checked_on', 'k.checked_by', 'k.outcome', 'k.note', 'p.name'])
    .where('k.org_id', '=', org)
    .where('k.control_id', '=', id)
    .orderBy('k.checked_on', 'desc')
    .orderBy('k.created_at', 'desc')
    .limit(100)
    .execute()
  return {
    ...toItem(row, today),
    how: row.how,
    checkHow: row.check_how,
    runningSince: row.running_since,
    retiredOn: row.retired_on,
    retiredReason: row.retired_reason,
    checks: checks.map(({ id: check, version, checked_on, checked_by, outcome, note, name }) => ({
      id: check,
      version,
      note,
      on: checked_on,
      by: named(checked_by, name),
      outcome: asOutcome(outcome),
    })),
  }
}

/** The control as the rules see it. Throws on a row that is none of its states. */
export async function loadControl(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<AppliedControl | undefined> {
  const view = await findControl(tx, org, id, '9999-12-31')
  if (!view) return undefined
  const { version, name, how, checkHow, checkMonths, scope, state, runningSince, retiredOn, retiredReason } = view
  const body = {
    id: id as ControlId,
    version,
    name,
    how,
    checkHow,
    checkMonths,
    scope,
    owner: view.owner?.id ?? null,
    requirements: view.requirements.map(({ key }) => key),
    systems: view.systems.map((system) => system.id),
  }
  if (state === 'planned') return { ...body, state }
  if (state === 'running' && runningSince) return { ...body, state, runningSince }
  if (state === 'retired' && retiredOn && retiredReason)
    return { ...body, state, runningSince, retiredOn, reason: retiredReason }
  throw new Error(`control ${id} is in no state that a control can be in`)
}

export async function insertControl(
  tx: Transaction,
  org: OrganizationId,
  control: AppliedControl & { reference: string },
): Promise<void> {
  await tx
    .insertInto('applied_controls')
    .values({ org_id: org, id: control.id, reference: control.reference, ...columnsOf(control) })
    .execute()
  await saveLinks(tx, org, control)
}

/** Saves the control at the version that was looked at. Throws when it is another: a change holds the organization's lock. */
export async function saveControl(
  tx: Transaction,
  org: OrganizationId,
  control: AppliedControl,
  reference?: string,
): Promise<void> {
  await tx
    .updateTable('applied_controls')
    .set({ ...columnsOf(control), ...(reference !== undefined && { reference }) })
    .where('org_id', '=', org)
    .where('id', '=', control.id)
    .where('version', '=', control.version)
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveLinks(tx, org, control)
}

function columnsOf(control: AppliedControl) {
  const { name, how, checkHow, checkMonths, owner, scope, state } = control
  return {
    name,
    how,
    scope,
    state,
    check_how: checkHow,
    check_months: checkMonths,
    owner_id: owner,
    running_since: control.state === 'planned' ? null : control.runningSince,
    retired_on: control.state === 'retired' ? control.retiredOn : null,
    retired_reason: control.state === 'retired' ? control.reason : null,
  }
}

async function saveLinks(
  tx: Transaction,
  org: OrganizationId,
  { id, requirements, systems }: AppliedControl,
): Promise<void> {
  await sql`delete from applied_control_requirements where org_id = ${org} and control_id = ${id}
    and not requirement = any(${requirements}::text[])`.execute(tx)
  await sql`delete from applied_control_systems where org_id = ${org} and control_id = ${id}
    and not system_id = any(${systems}::uuid[])`.execute(tx)
  if (requirements.length > 0)
    await tx
      .insertInto('applied_control_requirements')
      .values(
        [...new Set(requirements)].map((one) => ({ org_id: org, id: uuidv7(), control_id: id, requirement: one })),
      )
      .onConflict((conflict) => conflict.columns(['org_id', 'control_id', 'requirement']).doNothing())
      .execute()
  if (systems.length > 0)
    await tx
      .insertInto('applied_control_systems')
      .values([...new Set(systems)].map((one) => ({ org_id: org, id: uuidv7(), control_id: id, system_id: one })))
      .onConflict((conflict) => conflict.columns(['org_id', 'control_id', 'system_id']).doNothing())
      .execute()
}

export async function insertCheck(
  tx: Transaction,
  org: OrganizationId,
  { control, by, checkedOn, outcome, note }: CheckDraft & { control: string; by: string },
): Promise<string> {
  const id = uuidv7()
  const row = { control_id: control, checked_on: checkedOn, checked_by: by, outcome, note }
  await tx
    .insertInto('applied_control_checks')
    .values({ org_id: org, id, ...row })
    .execute()
  return id
}

/** Takes a check off the control; history keeps it. False where it is not there. */
export async function deleteCheck(
  tx: Transaction,
  org: OrganizationId,
  { control, check }: { control: string; check: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('applied_control_checks')
    .where('org_id', '=', org)
    .where('control_id', '=', control)
    .where('id', '=', check)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

type Problem = { path: string; message: string }

/** What a draft names that is not here: people, systems, requirements of catalogues, or a number that is taken. */
export async function findProblems(
  tx: Transaction,
  org: OrganizationId,
  named: {
    owner?: string | null | undefined
    systems?: string[] | undefined
    requirements?: string[] | undefined
    reference?: string | undefined
    but?: string
  },
): Promise<Problem[]> {
  const { owner = null, systems = [], requirements = [], reference = '', but = null } = named
  const { rows } = await sql<{ owner: boolean; systems: string[]; taken: boolean }>`
    select ${owner}::uuid is null or exists (select from people where org_id = ${org} and id = ${owner}::uuid and state = 'active') as owner,
      array(select id from ai_systems where org_id = ${org} and id = any(${systems}::uuid[])) as systems,
      ${reference} <> '' and exists (select from applied_controls where org_id = ${org} and reference = ${reference}
        and id is distinct from ${but}::uuid) as taken`.execute(tx)
  const found = rows[0]
  if (!found) throw new Error('a select without a row')
  const known = new Set(found.systems)
  return [
    ...(found.owner ? [] : [{ path: 'owner', message: 'does not exist here or is no longer active; choose another' }]),
    ...systems.flatMap((id, place) =>
      known.has(id) ? [] : [{ path: `systems.${place}`, message: 'does not exist here' }],
    ),
    ...requirements.flatMap((key, place) => unknownRequirement(key, `requirements.${place}`)),
    ...(found.taken ? [{ path: 'reference', message: 'is the number of another control; choose another' }] : []),
  ]
}

export function unknownRequirement(key: string, path: string): Problem[] {
  const found = requirementByKey(key)
  if (!found)
    return [
      { path, message: `${key} is in no catalogue; write it as framework and number, such as ISO-42001-2023/A.6.2.4` },
    ]
  return found.heading ? [{ path, message: `${key} is a heading; choose one of the requirements below it` }] : []
}
