import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { loadStanding } from './store.ts'

type Facts = { values: Record<string, string | string[]>; facts: Record<string, boolean> }

/** What the approved impact assessment of a system answers of what templates ask, so that nothing is written twice. */
export async function readImpactTemplateFacts(tx: Transaction, org: OrganizationId, system: string): Promise<Facts> {
  const standing = await loadStanding(tx, org, system)
  if (!standing) return { values: {}, facts: {} }
  const { answers } = standing
  const harms = answers.impacts.filter(({ effect }) => effect === 'harm').map(({ what }) => what)
  const said: Record<string, string | string[]> = {
    useProcess: inside(answers.context),
    useFrequency: inside(answers.period),
    affectedGroups: answers.affected.map(({ name }) => name),
    harms: inside(harms.join(' ')),
    humanOversight: inside(answers.oversight),
    measures: [inside(answers.failure), ...(await measureTitles(tx, org, standing.id))].filter(Boolean).join('; '),
    complaints: inside(answers.remedies),
  }
  // what it leaves open, the register of systems may know
  return { values: Object.fromEntries(Object.entries(said).filter(([, value]) => value.length > 0)), facts: {} }
}

/** Templates end the sentence themselves. */
function inside(text: string): string {
  return text.trim().replace(/\.$/, '')
}

async function measureTitles(tx: Transaction, org: OrganizationId, assessment: string): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select t.title from impact_measures m join tasks t on t.org_id = m.org_id and t.id = m.task_id
     where m.org_id = ${org} and m.assessment_id = ${assessment} and t.state <> 'cancelled' order by m.id`.execute(tx)
  return rows.map(({ title }) => title)
}
