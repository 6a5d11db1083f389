import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { latestConcluded } from '#rooms/screening/index.ts'
import type { ActView } from './contract.ts'
import type { SupplyFact } from './rules/words.ts'

const factOfRole: Readonly<Record<string, SupplyFact>> = {
  provider: 'own-name',
  deployer: 'uses',
  importer: 'imports',
  distributor: 'distributes',
  'authorised-representative': 'represents',
  'product-manufacturer': 'manufactures-product',
}

const union = 'EU AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

/**
 * What the records of the system and the last screening already say. The roles confirmed for the system come before what
 * the screening suggested for the organization; whoever answers confirms or changes each.
 */
export async function proposeAnswers(
  tx: Transaction,
  org: OrganizationId,
  system: string,
): Promise<ActView['proposal']> {
  const row = await tx
    .selectFrom('ai_systems')
    .select(['act_roles', 'act_roles_on', 'jurisdictions', 'started_on'])
    .where('org_id', '=', org)
    .where('id', '=', system)
    .executeTakeFirstOrThrow()
  const confirmed = row.act_roles_on !== null
  const roles = confirmed ? row.act_roles : await rolesOfScreening(tx, org)
  const supply = [...new Set(roles.flatMap((role) => factOfRole[role] ?? []))]
  const inUnion = row.jurisdictions.some((place) => union.includes(place))
  return {
    answers: {
      ...(supply.length > 0 && { supply }),
      ...(roles.includes('gpai-provider') && { gpai: 'model' as const }),
      ...(inUnion && { reach: 'in-union' as const }),
      ...(row.started_on !== null && { placedOn: row.started_on }),
    },
    from: [
      ...(supply.length > 0 ? [confirmed ? 'roles' : 'screening'] : []),
      ...(inUnion ? ['jurisdictions'] : []),
      ...(row.started_on === null ? [] : ['started-on']),
    ],
  }
}

async function rolesOfScreening(tx: Transaction, org: OrganizationId): Promise<string[]> {
  const screening = await latestConcluded(tx, org)
  const suggested = screening?.result?.organization.roles.euAiAct ?? []
  return suggested.filter(({ heldBy }) => heldBy === 'organization').map(({ role }) => role)
}
