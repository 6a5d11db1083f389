import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { loadLiving } from './store.ts'

/** What the templates of the Act's files ask about one AI system: the record of it and what follows from its answers. */
export async function readActTemplateFacts(tx: Transaction, org: OrganizationId, system: string) {
  const row = await tx
    .selectFrom('ai_systems as s')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.owner_id'))
    .select(['s.name', 's.reference', 's.purpose', 's.description', 's.supplier', 's.intended_users'])
    .select(['s.human_oversight', 's.affected_groups', 's.jurisdictions', 's.started_on', 's.state', 'p.name as owner'])
    .select(['s.data_classes', 's.verification_result'])
    .where('s.org_id', '=', org)
    .where('s.id', '=', system)
    .executeTakeFirst()
  if (!row) return { values: {}, facts: {} }
  const resources = await tx
    .selectFrom('ai_system_resources')
    .select(['kind', 'name', 'detail', 'countries', 'version_label'])
    .where('org_id', '=', org)
    .where('system_id', '=', system)
    .orderBy('kind')
    .orderBy('name')
    .execute()
  const of = (kind: string) =>
    resources
      .filter((one) => one.kind === kind)
      .map(({ name, detail, countries, version_label }) =>
        [name, version_label, detail, countries.join(', ')].filter((part) => part !== '').join('; '),
      )
  const living = await loadLiving(tx, org, system)
  const duties = living?.result.duties ?? []
  return {
    values: {
      systemName: row.name,
      systemReference: row.reference,
      systemPurpose: inside(row.purpose),
      systemDescription: row.description,
      systemSupplier: inside(row.supplier),
      systemOwner: row.owner ?? '',
      intendedUsers: inside(row.intended_users),
      humanOversight: inside(row.human_oversight),
      affectedGroups: row.affected_groups,
      jurisdictions: row.jurisdictions,
      startedOn: row.started_on ?? '',
      systemState: row.state,
      dataClasses: row.data_classes,
      verification: inside(row.verification_result),
      tooling: of('tooling'),
      computing: of('computing'),
      people: of('people'),
      actRoles: [...new Set((living?.result.roles ?? []).map(({ role, article }) => `${role} (${article})`))],
      actClass: living?.result.class ?? '',
      actReasons: (living?.result.highRisk.reasons ?? []).map(({ text, article }) => `${text} (${article})`),
      actDuties: duties.map(({ article, title, date }) => `${article} ${title}, from ${date.on}`),
    },
    facts: { actAnswered: living !== undefined, actReopened: living?.state === 'reopened' },
  }
}

/** Templates end the sentence themselves. */
function inside(text: string): string {
  return text.trim().replace(/\.$/, '')
}
