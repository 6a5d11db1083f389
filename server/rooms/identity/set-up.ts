import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId, PersonId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import type { Role } from '#kernel/permission.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'

export type Founding = { organization: OrganizationId; person: PersonId }

/** Somebody who has a place from the start; only the sample organization begins with more than its founder. */
export type Colleague = { id: string; name: string; email: string; roles: readonly Role[] }

export type Founder = {
  person: string
  name: string
  email: string
  organization: string
  demo?: boolean
  colleagues?: readonly Colleague[]
}

/** Founds an organization: itself, its first person as owner and AIMS manager, and who else has a place from the start. */
export async function foundOrganization(
  { tx, org }: Change,
  founder: Founder,
): Promise<Result<Changed<Founding>, never>> {
  const { person, name, email, organization, demo = false, colleagues = [] } = founder
  await tx.insertInto('organizations').values({ org_id: org, id: org, name: organization, demo }).execute()
  const people: Colleague[] = [{ id: person, name, email, roles: ['owner', 'aims-manager'] }, ...colleagues]
  await tx
    .insertInto('people')
    .values(
      people.map(({ id, name: called, email: address }) => ({
        org_id: org,
        id,
        name: called,
        email: address.toLowerCase(),
      })),
    )
    .execute()
  const held = people.flatMap(({ id, roles }) =>
    roles.map((role) => ({ org_id: org, id: uuidv7(), person_id: id, role })),
  )
  await tx.insertInto('memberships').values(held).execute()
  return ok({
    value: { organization: org, person: person as PersonId },
    facts: [
      { type: 'organization.founded', subject: subjectRef('organization', org) },
      ...people.map(({ id }) => ({ type: 'person.joined', subject: subjectRef('person', id) })),
    ],
  })
}
