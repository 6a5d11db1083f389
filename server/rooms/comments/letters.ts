import { type Door, read } from '#platform/database/change.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import type { Mail } from '#platform/mail.ts'
import { inOrganization } from '#platform/operational.ts'
import type { Subjects } from '#platform/subjects.ts'
import { findDigest } from '#rooms/tasks/index.ts'
import { loadComment } from './store.ts'

export type LetterParts = { door: Door; mail: Mail; subjects: Subjects; origin: string }

/**
 * Writes to a person who was mentioned, once: as long as the comment stands, they have not looked, may still see the record and
 * want mail. What was said is not in the letter, since mail leaves the house.
 */
export async function mailMentioned(run: JobRun, { door, mail, subjects, origin }: LetterParts): Promise<void> {
  const org = run.org()
  const [comment, person] = [String(run.data['comment']), String(run.data['person'])]
  const who = { org, actor: `person:${person}`, person }
  const seen = await read(door, who, 'comments:read', 'now', async ({ tx, grants }) => {
    const said = await loadComment(tx, org, comment)
    const waits = await tx
      .selectFrom('comment_notices as n')
      .innerJoin('people as p', (join) => join.onRef('p.org_id', '=', 'n.org_id').onRef('p.id', '=', 'n.person_id'))
      .select('p.email')
      .where('n.org_id', '=', org)
      .where('n.person_id', '=', person)
      .where('n.comment_id', '=', comment)
      .where('n.mailed_at', 'is', null)
      .where('n.seen_at', 'is', null)
      .executeTakeFirst()
    if (said?.state !== 'said' || !waits?.email || (await findDigest(tx, org, person)) === 'off') return null
    const [about] = await subjects.read({ tx, org, grants }, [said.subject])
    const [by] = await subjects.read({ tx, org, grants }, [`person:${said.author}`])
    return about ? { to: waits.email, about: about.name, by: by?.name ?? 'Somebody' } : null
  })
  if (!seen.ok || !seen.value) return
  const { to, about, by } = seen.value
  await mail.send({
    to,
    subject: `${by} mentioned you: ${about}`,
    text: `${by} mentioned you in a comment on “${about}”.

Read it and answer in Assay: ${origin}/inbox

Switch this mail off under Calendar and mail, beside the digest.
`,
  })
  await inOrganization(door.pool, org, (tx) =>
    tx
      .updateTable('comment_notices')
      .set({ mailed_at: new Date() })
      .where('org_id', '=', org)
      .where('person_id', '=', person)
      .where('comment_id', '=', comment)
      .execute(),
  )
}
