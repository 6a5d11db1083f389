import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { RatingDraft, RiskDraft, RiskEdit } from './contract.ts'
import type { Level } from './rules/criteria.ts'
import type { Rating, Risk, RiskId } from './model.ts'
import { asLevel, asOption, asState } from './rows.ts'

type RatingRow = {
  id: string
  criteria_id: string
  likelihood: number
  for_organization: number
  for_individuals: number
  for_society: number
  score: number
  level: string
  rated_by: string
}

function toRating(row: RatingRow): Rating {
  const { id, likelihood, score } = row
  const placed = { organization: row.for_organization, individuals: row.for_individuals, society: row.for_society }
  return { id, criteria: row.criteria_id, likelihood, ...placed, score, level: asLevel(row.level), by: row.rated_by }
}

/** The risk as the rules see it. Throws on a row that is none of its states. */
export async function loadRisk(tx: Transaction, org: OrganizationId, id: string): Promise<Risk | undefined> {
  const row = await tx
    .selectFrom('risks')
    .select(['id', 'version', 'owner_id', 'state', 'inherent_id', 'residual_id', 'controls'])
    .select(['treatment_option', 'treatment_reason', 'treatment_by', 'treatment_on'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const ids = [row.inherent_id, row.residual_id].filter((one) => one !== null)
  const ratings = ids.length > 0 ? await loadRatings(tx, org, ids) : []
  const rating = (wanted: string | null) => ratings.find((one) => one.id === wanted) ?? null
  const [inherent, residual] = [rating(row.inherent_id), rating(row.residual_id)]
  const { treatment_option: option, treatment_reason: reason, treatment_by: by, treatment_on: on, controls } = row
  const treatment = option && on ? { option: asOption(option), reason, controls, by, on } : null
  const body = { id: row.id as RiskId, version: row.version, owner: row.owner_id, treatment }
  const state = asState(row.state)
  if (state === 'identified' || state === 'closed') return { ...body, state, inherent, residual }
  if (state === 'analysed' && inherent) return { ...body, state, inherent, residual: null }
  if ((state === 'treated' || state === 'accepted') && inherent && residual && treatment)
    return { ...body, state, inherent, residual, treatment }
  throw new Error(`risk ${id} is in no state that a risk can be in`)
}

async function loadRatings(tx: Transaction, org: OrganizationId, ids: readonly string[]): Promise<Rating[]> {
  const rows = await tx
    .selectFrom('risk_ratings')
    .select(['id', 'criteria_id', 'likelihood', 'for_organization', 'for_individuals', 'for_society'])
    .select(['score', 'level', 'rated_by'])
    .where('org_id', '=', org)
    .where('id', 'in', ids)
    .execute()
  return rows.map(toRating)
}

export async function insertRisk(tx: Transaction, org: OrganizationId, draft: RiskDraft): Promise<RiskId> {
  const id = uuidv7() as RiskId
  const { title, reference, source, event, owner, controls, libraryId } = draft
  const borne = {
    for_organization: draft.forOrganization,
    for_individuals: draft.forIndividuals,
    for_society: draft.forSociety,
  }
  const rest = { owner_id: owner, controls, library_id: libraryId, review_due_on: draft.reviewDueOn }
  await tx
    .insertInto('risks')
    .values({ org_id: org, id, title, reference, source, event, ...borne, ...rest })
    .execute()
  await saveSystems(tx, org, id, draft.systems)
  return id
}

type Saved = Partial<{
  state: Risk['state']
  inherent_id: string | null
  residual_id: string | null
  review_due_on: string | null
  treatment_option: string | null
  treatment_reason: string
  treatment_by: string | null
  treatment_on: string | null
  controls: string[]
  checked_on: string | null
  checked_by: string | null
  check_result: string | null
  check_note: string
  closed_on: string | null
  closed_reason: string | null
  closed_from: string | null
}>

/** Saves at the version that was looked at. Throws when it is another: a change holds the organization's lock. */
export async function saveRisk(
  tx: Transaction,
  org: OrganizationId,
  { id, version }: Pick<Risk, 'id' | 'version'>,
  set: Saved,
): Promise<void> {
  await tx
    .updateTable('risks')
    .set(set)
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Writes what an edit says and leaves the rest; the version is set on also where only the systems change. */
export async function saveEdit(tx: Transaction, org: OrganizationId, id: string, edit: RiskEdit): Promise<void> {
  const { systems, owner, forOrganization, forIndividuals, forSociety, reviewDueOn, ...same } = edit
  await tx
    .updateTable('risks')
    .set({
      changed_at: sql`now()`,
      ...same,
      ...(owner !== undefined && { owner_id: owner }),
      ...(forOrganization !== undefined && { for_organization: forOrganization }),
      ...(forIndividuals !== undefined && { for_individuals: forIndividuals }),
      ...(forSociety !== undefined && { for_society: forSociety }),
      ...(reviewDueOn !== undefined && { review_due_on: reviewDueOn }),
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  if (systems) await saveSystems(tx, org, id, systems)
}

async function saveSystems(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  systems: readonly string[],
): Promise<void> {
  let gone = tx.deleteFrom('risk_systems').where('org_id', '=', org).where('risk_id', '=', id)
  if (systems.length > 0) gone = gone.where('system_id', 'not in', systems)
  await gone.execute()
  if (systems.length === 0) return
  await tx
    .insertInto('risk_systems')
    .values([...new Set(systems)].map((system) => ({ org_id: org, id: uuidv7(), risk_id: id, system_id: system })))
    .onConflict((conflict) => conflict.columns(['org_id', 'risk_id', 'system_id']).doNothing())
    .execute()
}

export type NewRating = RatingDraft & {
  risk: string
  criteria: string
  kind: 'inherent' | 'residual'
  score: number
  level: Level
  by: string
  on: string
}

export async function insertRating(tx: Transaction, org: OrganizationId, given: NewRating): Promise<Rating> {
  const id = uuidv7()
  const { risk, criteria, kind, likelihood, organization, individuals, society, score, level, rationale, by, on } =
    given
  await tx
    .insertInto('risk_ratings')
    .values({
      org_id: org,
      id,
      risk_id: risk,
      criteria_id: criteria,
      kind,
      likelihood,
      for_organization: organization,
      for_individuals: individuals,
      for_society: society,
      score,
      level,
      rationale,
      rated_by: by,
      rated_on: on,
    })
    .execute()
  return { id, criteria, likelihood, organization, individuals, society, score, level, by }
}

/** Where a closed risk stood; null where that was not kept yet. */
export async function closedFrom(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<Exclude<Risk['state'], 'closed'> | null> {
  const row = await tx
    .selectFrom('risks')
    .select('closed_from')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.closed_from) return null
  const from = asState(row.closed_from)
  return from === 'closed' ? null : from
}

export async function referenceTaken(
  tx: Transaction,
  org: OrganizationId,
  reference: string,
  but: string | null,
): Promise<boolean> {
  if (reference === '') return false
  let others = tx.selectFrom('risks').select('id').where('org_id', '=', org).where('reference', '=', reference)
  if (but) others = others.where('id', '<>', but)
  return (await others.executeTakeFirst()) !== undefined
}

/** Which of the people and systems named do not exist here: a reference is checked before it is written. */
export async function findMissing(
  tx: Transaction,
  org: OrganizationId,
  { owners = [], systems = [] }: { owners?: readonly string[]; systems?: readonly string[] },
): Promise<{ owners: string[]; systems: string[] }> {
  const people = owners.length
    ? await tx
        .selectFrom('people')
        .select('id')
        .where('org_id', '=', org)
        .where('id', 'in', owners)
        .where('state', '=', 'active')
        .execute()
    : []
  const found = systems.length
    ? await tx.selectFrom('ai_systems').select('id').where('org_id', '=', org).where('id', 'in', systems).execute()
    : []
  const [known, registered] = [new Set(people.map(({ id }) => id)), new Set(found.map(({ id }) => id))]
  return { owners: owners.filter((id) => !known.has(id)), systems: systems.filter((id) => !registered.has(id)) }
}

/** How many tasks were raised for a risk's treatment, and how many of them are open. */
export async function countActions(
  tx: Transaction,
  org: OrganizationId,
  risk: string,
): Promise<{ all: number; open: number }> {
  const counted = await tx
    .selectFrom('tasks')
    .select(sql<number>`count(*)::int`.as('all'))
    .select(sql<number>`(count(*) filter (where state = 'open'))::int`.as('open'))
    .where('org_id', '=', org)
    .where('subject', '=', `risk:${risk}`)
    .where('source', 'like', 'risk-action:%')
    .where('state', '<>', 'cancelled')
    .executeTakeFirstOrThrow()
  return counted
}
