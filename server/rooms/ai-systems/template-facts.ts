import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type Iso22989Role, iso22989Roles } from './rules/words.ts'

const called: Record<Iso22989Role, string> = {
  provider: 'AI provider',
  producer: 'AI producer',
  customer: 'AI customer or user',
  partner: 'AI partner',
  subject: 'AI subject',
  'relevant-authority': 'relevant authority',
}

/** The roles of ISO/IEC 22989 as a document calls them. */
export const iso22989RoleNames: Readonly<Record<string, string>> = called

/** What the templates of documents ask about the AI systems: those in scope, those left out with the reason, the roles held. */
export async function readAiSystemTemplateFacts(tx: Transaction, org: OrganizationId) {
  const systems = await tx
    .selectFrom('ai_systems')
    .select(['name', 'purpose', 'supplier', 'provenance', 'individual_decisions', 'scope', 'scope_reason', 'iso_roles'])
    .where('org_id', '=', org)
    .where('state', 'not in', ['retired', 'dismissed'])
    .orderBy('name')
    .execute()
  const within = systems.filter(({ scope }) => scope === 'in')
  const left = systems.filter(({ scope }) => scope === 'out')
  const from = (...provenances: string[]) =>
    within.some(({ provenance }) => provenance !== null && provenances.includes(provenance))
  const holds = (role: Iso22989Role) => within.some(({ iso_roles }) => iso_roles.includes(role))
  const develops = from('built', 'fine-tuned') || holds('producer')
  const supplied = from('bought', 'by-api', 'embedded') || within.some(({ supplier }) => supplier !== '')
  return {
    values: {
      systems: within.map(({ name, purpose }) => described(name, purpose)),
      excludedSystems: left.map(({ name, scope_reason }) => described(name, scope_reason)),
      roles: rolesIn(within),
      interfaces: within.filter(({ supplier }) => supplier !== '').map(({ name, supplier }) => `${supplier}: ${name}`),
      activities: activitiesOf({ develops, provides: holds('provider'), any: within.length > 0 }),
    },
    facts: {
      developsAi: develops,
      providesAi: holds('provider'),
      usesSuppliedAi: supplied,
      affectsPeople: within.some(({ individual_decisions }) =>
        ['supports', 'decides'].includes(individual_decisions ?? ''),
      ),
      hasExclusions: left.length > 0,
    },
  }
}

function described(name: string, text: string): string {
  return text.trim() === '' ? name : `${name}: ${text.trim()}`
}

function rolesIn(systems: readonly { name: string; iso_roles: string[] }[]): string[] {
  return iso22989Roles.flatMap((role) => {
    const names = systems.filter(({ iso_roles }) => iso_roles.includes(role)).map(({ name }) => name)
    return names.length > 0 ? [`${called[role]} of ${names.join(', ')}`] : []
  })
}

function activitiesOf({ develops, provides, any }: { develops: boolean; provides: boolean; any: boolean }): string {
  if (!any) return ''
  const activities = [...(develops ? ['development'] : []), ...(provides ? ['provision'] : []), 'use']
  const last = activities.pop() ?? ''
  return `the ${activities.length > 0 ? `${activities.join(', ')} and ${last}` : last} of AI systems`
}
