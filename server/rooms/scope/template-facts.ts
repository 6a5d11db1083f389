import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { findStatement } from '#rooms/controls/index.ts'
import type { ElementKind } from './model.ts'
import { readElements } from './read.ts'
import { certificateWording } from './rules/certificate.ts'

/**
 * What the templates of documents ask about the scope: the wording for the certificate, what is inside, and what is left out with the
 * reason. A kind of element of which nothing was decided says nothing, so that other rooms answer for it.
 */
export async function readScopeTemplateFacts(tx: Transaction, org: OrganizationId) {
  const { organization, elements, systems } = await readElements(tx, org)
  const statement = await findStatement(tx, org, { state: 'approved' })
  const { wording } = certificateWording({ organization, elements, systems, statement: statement ?? null })
  const inside = (kind: ElementKind) => {
    const of = elements.filter((one) => one.kind === kind && !one.gone)
    if (of.every(({ decision }) => decision === 'undecided')) return undefined
    return of.filter(({ decision }) => decision === 'in').map(({ name }) => name)
  }
  const left = [
    ...elements.filter(({ decision, gone }) => decision === 'out' && !gone),
    ...systems.filter(({ scope }) => scope === 'out'),
  ]
  const activities = inside('activity')?.join(', ')
  const units = inside('unit')
  const sites = inside('site')
  return {
    values: {
      certificate: wording,
      excludedSystems: left.map(({ name, reason }) => `${name}: ${reason}`),
      ...(units && { units }),
      ...(sites && { sites }),
      ...(activities && { activities }),
    },
    facts: { hasExclusions: left.length > 0 },
  }
}
