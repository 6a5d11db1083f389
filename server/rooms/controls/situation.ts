import { requirementByKey } from '@assay/frameworks'
import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { RowView } from './contract.ts'
import { dueOf, lastCheckOf } from './gathered-sql.ts'
import type { NamedRef, OtherRooms } from './parts.ts'
import type { ControlState } from './model.ts'
import { isUnfounded, readRows, readServing, toServing } from './read-rows.ts'
import { findStatement } from './statements-store.ts'

type Shortfall = { count: number; worst: NamedRef[] }

export type ControlsSituation = {
  /** the approved version, and what of it stands on the day looked from */
  statement: {
    ref: string
    name: string
    number: number
    approvedOn: string
    approvedBy: string
    alone: boolean
    included: number
    /** exclusions that stand, by the number of the control, with their reason */
    excluded: Record<string, string>
    /** exclusions that an open risk contradicts */
    contradicted: Shortfall
    /** inclusions none of whose reasons stands any more */
    unfounded: Shortfall
    /** included rows for which nothing is applied */
    withoutControl: Shortfall
    notImplemented: Shortfall
  } | null
  /** a version that is being written */
  draft: NamedRef | null
  running: number
  planned: number
  /** running controls that were never checked */
  neverChecked: Shortfall
  checkOverdue: Shortfall
  checkFailed: Shortfall
  /** running controls without accepted evidence that is valid today */
  withoutEvidence: Shortfall
  /** what is applied for each control of Annex A that anything is applied for, by its number */
  applied: Record<string, (NamedRef & { state: ControlState; lastCheck: 'works' | 'does-not-work' | null })[]>
}

/** What readiness asks about controls and the Statement of Applicability. */
export async function readControlsSituation(
  tx: Transaction,
  org: OrganizationId,
  { today, ...rooms }: OtherRooms & { today: string },
): Promise<ControlsSituation> {
  const [approved, draft] = [
    await findStatement(tx, org, { state: 'approved' }),
    await findStatement(tx, org, { state: 'draft' }),
  ]
  const rows = approved ? await readRows({ tx, org, today, ...rooms }, approved.id) : []
  const included = rows.filter(({ decision }) => decision === 'included')
  const excluded = rows.flatMap(({ requirement: { framework, ref }, standing, exclusion }): [string, string][] =>
    standing === 'excluded' && exclusion && framework === 'ISO-42001-2023' && isControl(framework, ref)
      ? [[ref, exclusion]]
      : [],
  )
  return {
    statement: approved?.approval
      ? {
          ...nameOf(approved),
          number: approved.number,
          approvedOn: approved.approval.on,
          approvedBy: approved.approval.by.name,
          alone: approved.approval.alone,
          included: included.length,
          excluded: Object.fromEntries(excluded),
          contradicted: shortfall(rows.filter(({ decision, standing }) => decision !== standing)),
          unfounded: shortfall(included.filter(isUnfounded)),
          withoutControl: shortfall(included.filter(({ controls }) => controls.length === 0)),
          notImplemented: shortfall(included.filter(({ status }) => status !== 'implemented')),
        }
      : null,
    draft: draft ? nameOf(draft) : null,
    ...(await readChecks(tx, org, today)),
    applied: await readApplied(tx, org, today),
  }
}

async function readApplied(tx: Transaction, org: OrganizationId, today: string): Promise<ControlsSituation['applied']> {
  const serving = await readServing(tx, org, today)
  const annexA = serving.flatMap((one) => {
    const found = requirementByKey(one.requirement)
    return found?.framework === 'ISO-42001-2023' && found.kind === 'control' ? [{ number: found.ref, one }] : []
  })
  return Object.fromEntries(
    [...Map.groupBy(annexA, ({ number }) => number)].map(([number, all]) => [
      number,
      all.map(({ one }) => {
        const { ref, name, state, lastCheck } = toServing(one)
        return { ref, name, state, lastCheck }
      }),
    ]),
  )
}

function isControl(framework: string, ref: string): boolean {
  return requirementByKey(`${framework}/${ref}`)?.kind === 'control'
}

function nameOf({ id, number }: { id: string; number: number }): NamedRef {
  return { ref: `statement-of-applicability:${id}`, name: `Statement of Applicability, version ${number}` }
}

function shortfall(rows: readonly RowView[]): Shortfall {
  const worst = rows.slice(0, 5).map(({ requirement: { key, ref, title } }) => ({
    ref: `requirement:${key}`,
    name: `${ref} ${title}`,
  }))
  return { count: rows.length, worst }
}

type Checks = Pick<
  ControlsSituation,
  'running' | 'planned' | 'neverChecked' | 'checkOverdue' | 'checkFailed' | 'withoutEvidence'
>

async function readChecks(tx: Transaction, org: OrganizationId, today: string): Promise<Checks> {
  const { rows } = await sql<{
    id: string
    name: string
    state: string
    last_outcome: string | null
    overdue: boolean
    evidence: boolean
  }>`select c.id, c.name, c.state, k.last_outcome, coalesce(${dueOf} < ${today}::date, false) as overdue,
        exists (select from evidence_links l join evidence e on e.org_id = l.org_id and e.id = l.evidence_id
          where l.org_id = c.org_id and l.subject = 'applied-control:' || c.id and e.state = 'reviewed'
            and e.decision = 'accepted' and (e.valid_until is null or e.valid_until >= ${today}::date)) as evidence
      from applied_controls c left join lateral ${lastCheckOf} k on true
     where c.org_id = ${org} and c.state <> 'retired' order by c.name, c.id`.execute(tx)
  const running = rows.filter(({ state }) => state === 'running')
  const of = (wanted: (row: (typeof rows)[number]) => boolean): Shortfall => {
    const short = running.filter(wanted)
    const worst = short.slice(0, 5).map(({ id, name }) => ({ ref: `applied-control:${id}`, name }))
    return { count: short.length, worst }
  }
  return {
    running: running.length,
    planned: rows.length - running.length,
    neverChecked: of(({ last_outcome }) => last_outcome === null),
    checkOverdue: of(({ overdue }) => overdue),
    checkFailed: of(({ last_outcome }) => last_outcome === 'does-not-work'),
    withoutEvidence: of(({ evidence }) => !evidence),
  }
}
