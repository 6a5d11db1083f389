import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { Intake, IntakeAcceptance, IntakeView, SimilarSystem } from './contract.ts'
import type { AiSystemId } from './model.ts'
import { dayOf, type Done, lifeFrom, registrationFacts, type ReferenceRefusal } from './register.ts'
import { asWord, contains } from './rows.ts'
import * as words from './rules/words.ts'
import { findMissing, insertAiSystem, lifeColumns, loadAiSystem, updateAiSystem } from './store.ts'

/** Any employee reports an AI system with a few answers; it waits as a proposal until the AIMS manager takes it up. */
export async function askForAiSystem(it: Change, answers: Intake): Promise<Result<Done, never>> {
  const { note, usedAlready, ...fields } = answers
  const id = uuidv7() as AiSystemId
  const life = lifeFrom('proposed', null, dayOf(it.now))
  const intake = { askedBy: it.person, note, usedAlready }
  await insertAiSystem(it.tx, it.org, { id, fields, life, now: it.now, intake })
  const subject = subjectRef('ai-system', id)
  return ok({ value: { id }, facts: [{ type: 'ai-system.asked-for', subject }] })
}

export type AcceptRefusal =
  | ReferenceRefusal
  | { kind: 'not-found' }
  | { kind: 'intake-not-open' }
  | { kind: 'in-the-future' }

/** Takes an intake into the register: with an owner, and in use where it is used already. */
export async function acceptIntake(
  it: Change,
  id: string,
  { owner, unit, state, since }: IntakeAcceptance,
): Promise<Result<Changed<{ id: string }>, AcceptRefusal>> {
  const found = await loadAiSystem(it.tx, it.org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.intake !== 'open' || found.life.state !== 'proposed') return refuse({ kind: 'intake-not-open' })
  const problems = await findMissing(it.tx, it.org, { owner, unit })
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const today = dayOf(it.now)
  if (since && since > today) return refuse({ kind: 'in-the-future' })
  await updateAiSystem(it.tx, it.org, id, {
    ...lifeColumns(lifeFrom(state, since, today)),
    owner_id: owner,
    unit_id: unit,
    intake: 'accepted',
  })
  const subject = subjectRef('ai-system', id)
  return ok({
    value: { id },
    facts: [{ type: 'ai-system.intake-accepted', subject }, ...registrationFacts(found.id, found)],
  })
}

/** What a person asked for, newest first: where it stands and what was answered. */
export async function listIntakesOf(
  tx: Transaction,
  org: OrganizationId,
  person: string,
  query: PageQuery,
): Promise<Page<IntakeView>> {
  const rows = tx
    .selectFrom('ai_systems as s')
    .where('s.org_id', '=', org)
    .where('s.asked_by', '=', person)
    .where('s.intake', 'is not', null)
    .select(['s.id', 's.name', 's.purpose', 's.supplier', 's.intake', 's.state', 's.state_reason', 's.created_at'])
  const page = await readPage(rows, query, { orders: { askedAt: 's.created_at' }, fallback: '-askedAt', id: 's.id' })
  return {
    ...page,
    items: page.items.map(({ state_reason, created_at, intake, state, ...row }) => ({
      ...row,
      intake: asWord(words.intakeStates, intake ?? ''),
      state: asWord(words.states, state),
      answer: intake === 'dismissed' ? state_reason : '',
      askedAt: created_at,
    })),
  }
}

/** Systems whose names look like this one, nearest first, so that nobody registers a thing twice. At most 8. */
export async function findSimilar(
  tx: Transaction,
  org: OrganizationId,
  name: string,
  { past }: { past: boolean },
): Promise<SimilarSystem[]> {
  const rows = tx
    .selectFrom('ai_systems as s')
    .where('s.org_id', '=', org)
    .select(['s.id', 's.name', 's.supplier', 's.state'])
  const found = past
    ? await rows
        .where('s.name', 'ilike', contains(name))
        .where('s.state', '<>', 'dismissed')
        .orderBy('s.name')
        .limit(8)
        .execute()
    : await rows
        .innerJoin(sql<{ id: string; likeness: number }>`similar_ai_systems(${name}, 8)`.as('near'), 'near.id', 's.id')
        .orderBy('near.likeness', 'desc')
        .orderBy('s.name')
        .execute()
  return found.map((row) => ({ ...row, state: asWord(words.states, row.state) }))
}
