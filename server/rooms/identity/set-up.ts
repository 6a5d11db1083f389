import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId, PersonId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'

export type Founding = { organization: OrganizationId; person: PersonId }

/** Founds an organization: itself, its first person, and that person's roles as owner and AIMS manager. */
export async function foundOrganization(
  { tx, org }: Change,
  founder: { person: string; name: string; email: string; organization: string; demo?: boolean },
): Promise<Result<Changed<Founding>, never>> {
  const { person, name, email, organization, demo = false } = founder
  await tx.insertInto('organizations').values({ org_id: org, id: org, name: organization, demo }).execute()
  await tx.insertInto('people').values({ org_id: org, id: person, name, email: email.toLowerCase() }).execute()
  const held = ['owner', 'aims-manager'] as const
  await tx
    .insertInto('memberships')
    .values(held.map((role) => ({ org_id: org, id: uuidv7(), person_id: person, role })))
    .execute()
  return ok({
    value: { organization: org, person: person as PersonId },
    facts: [
      { type: 'organization.founded', subject: subjectRef('organization', org) },
      { type: 'person.joined', subject: subjectRef('person', person) },
    ],
  })
}
