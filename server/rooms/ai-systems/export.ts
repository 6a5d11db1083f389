import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Table } from '#platform/documents/index.ts'
import type { AiSystemRow } from './contract.ts'
import { type ListQuery, listAiSystems } from './list.ts'
import {
  autonomyLabels,
  individualDecisionsLabels,
  provenanceLabels,
  scopeLabels,
  stateLabels,
} from './rules/labels.ts'

const columns = {
  name: ['Name', (row) => row.name],
  reference: ['Inventory number', (row) => row.reference],
  purpose: ['Purpose', (row) => row.purpose],
  supplier: ['Supplier', (row) => row.supplier],
  owner: ['Owner', (row) => row.owner?.name ?? ''],
  unit: ['Unit', (row) => row.unit?.name ?? ''],
  state: ['State', (row) => stateLabels[row.state]],
  since: ['In this state since', (row) => row.since],
  provenance: ['Provenance', (row) => (row.provenance ? provenanceLabels[row.provenance] : '')],
  autonomy: ['Autonomy', (row) => (row.autonomy ? autonomyLabels[row.autonomy] : '')],
  individualDecisions: [
    'Decisions about individuals',
    (row) => (row.individualDecisions ? individualDecisionsLabels[row.individualDecisions] : ''),
  ],
  scope: ['Scope', (row) => scopeLabels[row.scope]],
  iso22989Roles: ['Roles (ISO/IEC 22989)', (row) => row.iso22989Roles.join(', ')],
  euAiActRoles: ['Roles (EU AI Act)', (row) => row.euAiActRoles.join(', ')],
  jurisdictions: ['Jurisdictions', (row) => row.jurisdictions.join(', ')],
  sectors: ['Sectors', (row) => row.sectors.join(', ')],
  dataClasses: ['Data', (row) => row.dataClasses.join(', ')],
  reviewedOn: ['Reviewed on', (row) => row.reviewedOn ?? ''],
} satisfies Record<string, [string, (row: AiSystemRow) => string]>

type ExportColumn = keyof typeof columns

const names = z.enum(Object.keys(columns) as [ExportColumn, ...ExportColumn[]])

/** Which columns, joined by commas; all of them where left out. */
export const exportColumns = z
  .string()
  .max(500)
  .transform((joined) => joined.split(','))
  .pipe(z.array(names).min(1))
  .default(names.options)

/** Every system that matches, in the order of the list, with the chosen columns. */
export async function exportTable(
  tx: Transaction,
  org: OrganizationId,
  query: Omit<ListQuery, 'limit' | 'cursor'>,
  chosen: readonly ExportColumn[],
): Promise<Pick<Table, 'columns' | 'rows'>> {
  const rows: AiSystemRow[] = []
  let cursor: string | undefined
  do {
    const page = await listAiSystems(tx, org, { ...query, limit: 200, ...(cursor && { cursor }) })
    rows.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  return {
    columns: chosen.map((name) => ({ title: columns[name][0] })),
    rows: rows.map((row) => chosen.map((name) => columns[name][1](row))),
  }
}
