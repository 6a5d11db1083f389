import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { readAiSystemsSituation } from '#rooms/ai-systems/index.ts'
import { readAssuranceSituation } from '#rooms/assurance/index.ts'
import { readControlsSituation } from '#rooms/controls/index.ts'
import { goneReasons } from './gone-reasons.ts'
import { openRisks } from './open-risks.ts'
import { readDiscoverySituation } from '#rooms/discovery/index.ts'
import { readDocumentsSituation } from '#rooms/documents/index.ts'
import { readEvidenceSituation } from '#rooms/evidence/index.ts'
import { type Proof, readInterviewSituation } from '#rooms/gap-assessments/index.ts'
import { readPeopleSituation } from '#rooms/identity/index.ts'
import { readImpactSituation } from '#rooms/impact-assessments/index.ts'
import { readObligationsSituation } from '#rooms/obligations/index.ts'
import { readOrganizationSituation } from '#rooms/organization/index.ts'
import { compareLevels, readiness, rulesVersion, type Situation } from '#rooms/readiness/index.ts'
import { readRisksSituation } from '#rooms/risks/index.ts'
import { readScopeSituation } from '#rooms/scope/index.ts'
import { readTasksSituation } from '#rooms/tasks/index.ts'

/** Puts together what every room knows, today or within the past that the transaction looks at. One query set a room. */
export async function readSituation(tx: Transaction, org: OrganizationId, today: string): Promise<Situation> {
  return {
    today,
    organization: await readOrganizationSituation(tx, org, today),
    aiSystems: await readAiSystemsSituation(tx, org, today),
    documents: await readDocumentsSituation(tx, org, today),
    evidence: await readEvidenceSituation(tx, org, today),
    interview: await readInterviewSituation(tx, org),
    people: await readPeopleSituation(tx, org, today),
    controls: await readControlsSituation(tx, org, { today, openRisks, goneReasons }),
    tasks: await readTasksSituation(tx, org, today),
    discovery: await readDiscoverySituation(tx, org),
    assurance: await readAssuranceSituation(tx, org, today),
    risks: await readRisksSituation(tx, org, today),
    obligations: await readObligationsSituation(tx, org, today),
    impacts: await readImpactSituation(tx, org, today),
    scope: await readScopeSituation(tx, org),
  }
}

/** What the records prove, for the rooms that show it beside what people declare. */
export const proof: Proof<Transaction> = {
  rulesVersion,
  findings: async (tx, org, today) => readiness(await readSituation(tx, org, today)),
  disagreement: compareLevels,
}
