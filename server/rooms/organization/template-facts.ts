import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { readProfile } from './profile.ts'

const sectors: Record<string, string> = {
  technology: 'technology',
  'financial-services': 'financial services',
  healthcare: 'health care',
  'professional-services': 'professional services',
}

/** What the templates of documents ask about the organization; what nobody recorded is left out. */
export async function readOrganizationTemplateFacts(tx: Transaction, org: OrganizationId) {
  const profile = await readProfile(tx, org)
  const units = await tx.selectFrom('units').select('name').where('org_id', '=', org).orderBy('name').execute()
  const parties = await tx
    .selectFrom('interested_parties')
    .select('name')
    .where('org_id', '=', org)
    .where('state', '=', 'current')
    .orderBy('name')
    .execute()
  const sector = profile.sector ? sectors[profile.sector] : undefined
  return {
    values: {
      organisation: profile.name,
      ...(sector && { sector }),
      units: units.map(({ name }) => name),
      sites: profile.sites,
      interestedParties: parties.map(({ name }) => name),
      topManagement: profile.topManagement.map(({ name }) => name).join(', '),
    },
    facts: { euPresence: profile.euPresence ?? false },
  }
}
