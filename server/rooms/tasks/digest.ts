import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { type Change, type Changed, type Door, read } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { InboxReader } from '#platform/inbox.ts'
import type { Mail } from '#platform/mail.ts'
import { inOrganization } from '#platform/operational.ts'
import { digests, type InboxView } from './contract.ts'
import { readOwnInbox } from './inbox.ts'

export type Digest = (typeof digests)[number]
const usual: Digest = 'weekly'

export async function chooseDigest(
  { org, tx, person }: Change,
  digest: Digest,
): Promise<Result<Changed<{ digest: Digest }>, { kind: 'person-needed' }>> {
  if (!person) return refuse({ kind: 'person-needed' })
  await tx
    .insertInto('mail_preferences')
    .values({ org_id: org, id: uuidv7(), person_id: person, rhythm: digest })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet({ rhythm: digest }))
    .execute()
  return ok({ value: { digest }, facts: [{ type: 'mail.digest-chosen', subject: subjectRef('person', person) }] })
}

export async function findDigest(tx: Transaction, org: OrganizationId, person: string | null): Promise<Digest> {
  const found = await tx
    .selectFrom('mail_preferences')
    .select('rhythm')
    .where('org_id', '=', org)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return digests.find((known) => known === found?.rhythm) ?? usual
}

export type DigestParts = { door: Door; mail: Mail; readers: readonly InboxReader[]; origin: string }

/**
 * Mails everyone of one organization what waits for them, as often as they chose (weekly means Mondays). Each is noted as
 * sent once it was handed over, so a second run sends only what is left. Throws at the end when some could not be sent.
 */
export async function sendDigests(
  { door, mail, readers, origin }: DigestParts,
  org: OrganizationId,
  today: string,
): Promise<{ sent: number }> {
  const failures: unknown[] = []
  let sent = 0
  for (const { person, email } of await whoIsDue(door, org, today)) {
    const who = { org, actor: `person:${person}`, person }
    const seen = await read(door, who, 'tasks:follow', 'now', async ({ tx, grants }) => ({
      name: await organizationName(tx, org),
      inbox: await readOwnInbox({ tx, org, grants, person, today }, readers, 20),
    }))
    if (!seen.ok || isEmpty(seen.value.inbox)) continue
    try {
      await mail.send({ to: email, ...letterOf(seen.value, { origin, today }) })
      await noteSent(door, org, { person, today })
      sent += 1
    } catch (cause) {
      failures.push(cause)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} digests could not be sent`)
  return { sent }
}

async function whoIsDue(door: Door, org: OrganizationId, today: string): Promise<{ person: string; email: string }[]> {
  const wanted: Digest[] = new Date(`${today}T00:00:00Z`).getUTCDay() === 1 ? ['daily', 'weekly'] : ['daily']
  const rows = await inOrganization(door.pool, org, (tx) =>
    tx
      .selectFrom('people as p')
      .leftJoin('mail_preferences as m', (join) =>
        join.onRef('m.org_id', '=', 'p.org_id').onRef('m.person_id', '=', 'p.id'),
      )
      .leftJoin('digests_sent as d', (join) =>
        join.onRef('d.org_id', '=', 'p.org_id').onRef('d.person_id', '=', 'p.id'),
      )
      .select(['p.id', 'p.email'])
      .where('p.org_id', '=', org)
      .where('p.state', '=', 'active')
      .where(sql<string>`coalesce(m.rhythm, ${usual})`, 'in', wanted)
      .where((where) => where.or([where('d.sent_for', 'is', null), where('d.sent_for', '<', today)]))
      .orderBy('p.id')
      .execute(),
  )
  return rows.flatMap(({ id, email }) => (email ? [{ person: id, email }] : []))
}

async function noteSent(
  door: Door,
  org: OrganizationId,
  { person, today }: { person: string; today: string },
): Promise<void> {
  await inOrganization(door.pool, org, (tx) =>
    tx
      .insertInto('digests_sent')
      .values({ org_id: org, person_id: person, sent_for: today })
      .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet({ sent_for: today }))
      .execute(),
  )
}

async function organizationName(tx: Transaction, org: OrganizationId): Promise<string> {
  return (await tx.selectFrom('organizations').select('name').where('org_id', '=', org).executeTakeFirstOrThrow()).name
}

function isEmpty({ tasks, decisions }: InboxView): boolean {
  return tasks.overdue === 0 && tasks.dueThisWeek === 0 && decisions.total === 0
}

type Seen = { name: string; inbox: InboxView }

function letterOf(
  { name, inbox: { tasks, decisions } }: Seen,
  { origin, today }: { origin: string; today: string },
): { subject: string; text: string } {
  const counts = [
    ...(tasks.overdue > 0 ? [`${tasks.overdue} overdue`] : []),
    ...(tasks.dueThisWeek > 0 ? [`${tasks.dueThisWeek} due this week`] : []),
    ...(decisions.total > 0 ? [`${decisions.total} to decide`] : []),
  ].join(', ')
  const soon = tasks.items.filter(({ dueOn }) => dueOn !== null)
  const lines = [
    `What waits for you at ${name}: ${counts}.`,
    '',
    ...soon.map(({ dueOn, title }) => `${dueOn}${dueOn && dueOn < today ? ' (overdue)' : ''}  ${title}`),
    ...more(tasks.total - soon.length, 'more tasks'),
    ...(decisions.items.length > 0 ? ['', 'To decide:'] : []),
    ...decisions.items.map(({ name: what }) => `- ${what}`),
    ...more(decisions.total - decisions.items.length, 'more to decide'),
    '',
    `Open your inbox: ${origin}/inbox`,
    'Choose there how often this mail comes, or switch it off.',
  ]
  return { subject: `${name}: ${counts}`, text: lines.join('\n') }
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`and ${count} ${what}`] : []
}
