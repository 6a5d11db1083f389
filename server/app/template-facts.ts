import { readAiSystemTemplateFacts } from '#rooms/ai-systems/index.ts'
import type { TemplateFacts } from '#rooms/documents/index.ts'
import { readPeopleSituation } from '#rooms/identity/index.ts'
import { readOrganizationTemplateFacts } from '#rooms/organization/index.ts'
import { asDay } from '#platform/today.ts'

/** What the records of all rooms say about the organization, for the templates of documents. */
export const templateFacts: TemplateFacts = async (tx, org) => {
  const organization = await readOrganizationTemplateFacts(tx, org)
  const systems = await readAiSystemTemplateFacts(tx, org)
  const { byRole } = await readPeopleSituation(tx, org, asDay(new Date()))
  const aimsManager = (byRole['aims-manager'] ?? []).map(({ name }) => name).join(', ')
  return {
    values: { ...organization.values, ...systems.values, aimsManager },
    facts: { ...organization.facts, ...systems.facts },
  }
}
