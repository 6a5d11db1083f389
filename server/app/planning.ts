import { sql } from 'kysely'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { readAiSystemsSituation } from '#rooms/ai-systems/index.ts'
import { readPeopleSituation } from '#rooms/identity/index.ts'
import { readProfile } from '#rooms/organization/index.ts'
import { openRequirements, type Surroundings } from '#rooms/plans/index.ts'
import { readiness } from '#rooms/readiness/index.ts'
import { readSituation } from './situation.ts'

/** What a plan takes from other rooms: the gap, the size of the organization, and who could own its tasks. */
export const planSurroundings: Surroundings = {
  openRefs: async (tx, org, today) => openRequirements(readiness(await readSituation(tx, org, today))),

  async size(tx, org, today) {
    const { peopleCount, sites } = await readProfile(tx, org)
    const { inScope, total } = await readAiSystemsSituation(tx, org, today)
    return { people: peopleCount, systems: inScope > 0 ? inScope : total, sites: Math.max(1, sites.length) }
  },

  async holders(tx, org, today) {
    const { byRole } = await readPeopleSituation(tx, org, today)
    const holding = (...roles: string[]) => roles.flatMap((role) => byRole[role] ?? []).map(personOf)
    const { topManagement } = await readProfile(tx, org)
    const managers = holding('aims-manager', 'owner')
    return {
      'top-management': distinct([...topManagement, ...holding('owner')]),
      'aims-manager': distinct(managers),
      'ai-system-owner': distinct([...(await systemOwners(tx, org)), ...managers]),
      'internal-auditor': distinct(holding('internal-auditor')),
      // The body's own work is followed up by whoever steers the management system.
      'certification-body': distinct(managers),
    }
  },
}

type Person = { id: string; name: string }

function personOf({ ref, name }: { ref: string; name: string }): Person {
  return { id: ref.slice('person:'.length), name }
}

function distinct(people: readonly Person[]): Person[] {
  return [...new Map(people.map(({ id, name }) => [id, { id, name }])).values()]
}

/** Who owns AI systems, most systems first. */
async function systemOwners(tx: Transaction, org: OrganizationId): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select p.id, coalesce(p.name, ${formerColleague}) as name
      from ai_systems s join people p on p.org_id = s.org_id and p.id = s.owner_id
     where s.org_id = ${org} and s.state not in ('retired', 'dismissed') and p.state = 'active'
     group by p.id, p.name order by count(*) desc, p.name, p.id limit 20`.execute(tx)
  return rows
}
