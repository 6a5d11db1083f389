import type { TemplateAnswers } from '@assay/frameworks'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { readAiSystemTemplateFacts, readComponentTemplateFacts } from '#rooms/ai-systems/index.ts'
import { readMeasurementTemplateFacts } from '#rooms/assurance/index.ts'
import type { TemplateFacts } from '#rooms/documents/index.ts'
import { readPeopleSituation } from '#rooms/identity/index.ts'
import { readImpactTemplateFacts } from '#rooms/impact-assessments/index.ts'
import { readActTemplateFacts } from '#rooms/obligations/index.ts'
import { readOrganizationTemplateFacts } from '#rooms/organization/index.ts'
import { readRiskTemplateFacts } from '#rooms/risks/index.ts'
import { readScopeTemplateFacts } from '#rooms/scope/index.ts'
import { asDay } from '#platform/today.ts'

/** What the records of all rooms say about the organization, and about the one that is named, for document templates. */
export const templateFacts: TemplateFacts = async (tx, org, about) => {
  const organization = await readOrganizationTemplateFacts(tx, org)
  const systems = await readAiSystemTemplateFacts(tx, org)
  const scope = await readScopeTemplateFacts(tx, org)
  const one = await factsAbout(tx, org, about)
  const { byRole } = await readPeopleSituation(tx, org, asDay(new Date()))
  const aimsManager = (byRole['aims-manager'] ?? []).map(({ name }) => name).join(', ')
  return {
    values: { ...organization.values, ...systems.values, ...scope.values, ...one.values, aimsManager },
    facts: { ...organization.facts, ...systems.facts, ...scope.facts, ...one.facts },
  }
}

/** Files about one AI system; anything else, or a system of another organization, says nothing. */
async function factsAbout(tx: Transaction, org: OrganizationId, about: string | null): Promise<TemplateAnswers> {
  const system = /^ai-system:([0-9a-f-]{36})$/.exec(about ?? '')?.[1]
  if (system === undefined) return { values: {}, facts: {} }
  const act = await readActTemplateFacts(tx, org, system)
  const parts: TemplateAnswers[] = [
    await readComponentTemplateFacts(tx, org, system),
    await readRiskTemplateFacts(tx, org, system),
    await readMeasurementTemplateFacts(tx, org, system),
    await readImpactTemplateFacts(tx, org, system),
  ]
  return {
    values: Object.assign({}, act.values, ...parts.map(({ values }) => values)),
    facts: Object.assign({}, act.facts, ...parts.map(({ facts }) => facts)),
  }
}
