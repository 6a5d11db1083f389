import ical, { ICalCalendarMethod } from 'ical-generator'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { makeToken } from '#platform/secrets.ts'
import type { TaskView } from './contract.ts'

type PersonNeeded = { kind: 'person-needed' }

/** Gives a person's tasks a new secret address as a calendar; the one before it stops working. */
export async function renewCalendar({
  org,
  tx,
  person,
}: Change): Promise<Result<Changed<{ token: string }>, PersonNeeded>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const { token, hash } = makeToken()
  await tx
    .insertInto('calendar_feeds')
    .values({ org_id: org, id: uuidv7(), person_id: person, token_hash: hash })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet({ token_hash: hash }))
    .execute()
  return ok({ value: { token }, facts: [{ type: 'calendar.renewed', subject: subjectRef('person', person) }] })
}

/** Ends the address at once; renewing gives another. */
export async function revokeCalendar({
  org,
  tx,
  person,
}: Change): Promise<Result<Changed<{ exists: false }>, PersonNeeded | { kind: 'no-calendar' }>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const gone = await tx
    .deleteFrom('calendar_feeds')
    .where('org_id', '=', org)
    .where('person_id', '=', person)
    .returning('id')
    .executeTakeFirst()
  if (!gone) return refuse({ kind: 'no-calendar' })
  return ok({ value: { exists: false }, facts: [{ type: 'calendar.revoked', subject: subjectRef('person', person) }] })
}

export async function findCalendar(
  tx: Transaction,
  org: OrganizationId,
  person: string | null,
): Promise<{ exists: boolean; since: Date | null }> {
  const found = await tx
    .selectFrom('calendar_feeds')
    .select('changed_at')
    .where('org_id', '=', org)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return { exists: found !== undefined, since: found?.changed_at ?? null }
}

/** The open tasks that have a day, as all-day events; ids stay the same, so that a calendar follows what changes. */
export function toCalendar(tasks: readonly TaskView[], { name, origin }: { name: string; origin: string }): string {
  const calendar = ical({ name, prodId: { company: 'Assay', product: 'Tasks', language: 'EN' }, ttl: 3600 })
  calendar.method(ICalCalendarMethod.PUBLISH)
  for (const { id, title, detail, dueOn, waitsForOpen, changedAt } of tasks) {
    if (!dueOn) continue
    const waits =
      waitsForOpen > 0 ? `Waits for ${waitsForOpen} other open ${waitsForOpen === 1 ? 'task' : 'tasks'}.` : ''
    calendar.createEvent({
      id: `task-${id}@assay`,
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: title,
      description: [waits, detail].filter(Boolean).join('\n\n'),
      url: `${origin}/tasks/${id}`,
      stamp: changedAt,
      lastModified: changedAt,
    })
  }
  return calendar.toString()
}
