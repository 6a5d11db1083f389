import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

const treatments: Readonly<Record<string, string>> = {
  modify: 'treated by controls or actions',
  retain: 'retained with a reason',
  avoid: 'avoided',
  share: 'shared',
}

/** What the register of risks says of one AI system, for the templates of its files; nothing where it names none. */
export async function readRiskTemplateFacts(tx: Transaction, org: OrganizationId, system: string) {
  const { rows } = await sql<{ title: string; option: string | null; accepted: boolean; controls: string[] }>`
    select r.title, r.treatment_option as option, r.state = 'accepted' as accepted, r.controls
      from risks r join risk_systems s on s.org_id = r.org_id and s.risk_id = r.id and s.system_id = ${system}
     where r.org_id = ${org} and r.state <> 'closed' order by r.title, r.id`.execute(tx)
  if (rows.length === 0) return { values: {}, facts: {} }
  const risks = rows.map(({ title, option, accepted, controls }) =>
    [
      title,
      option === null ? 'not treated yet' : (treatments[option] ?? option),
      ...(controls.length > 0 ? [controls.join(', ')] : []),
      ...(accepted ? ['what is left is accepted'] : []),
    ].join('; '),
  )
  return { values: { risks, riskManagement: 'the register of risks in Assay' }, facts: {} }
}
