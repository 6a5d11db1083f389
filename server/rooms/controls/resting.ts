import { sql } from 'kysely'
import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf, readPage } from '#platform/http/paging.ts'
import { forbidden, problems } from '#platform/http/problem.ts'
import { RestingRow } from './contract.ts'
import { asDecision } from './rows.ts'
import { nameRequirement } from './store.ts'

const RestingFilter = z.object({
  /** a record that is a reason to include a row: `obligation:…`, `risk:…` */
  reason: z.string().max(300).optional(),
  /** `ISO-42001-2023/A.5.4` */
  requirement: z.string().max(200).optional(),
  /** the version that they stand in */
  statement: z.uuid().optional(),
})
type RestingFilter = z.infer<typeof RestingFilter>

/** Rows of the version in force and of the draft, the one in force first. */
async function listRestingRows(
  tx: Transaction,
  org: OrganizationId,
  query: Omit<PageQuery, 'q'> & RestingFilter,
): Promise<Page<RestingRow>> {
  let rows = tx
    .selectFrom('applicability_rows as r')
    .innerJoin('applicability_statements as s', (join) =>
      join.onRef('s.org_id', '=', 'r.org_id').onRef('s.id', '=', 'r.statement_id'),
    )
    .select(['r.id', 'r.version', 'r.requirement', 'r.decision', 's.id as statement_id', 's.number', 's.state'])
    .where('r.org_id', '=', org)
    .where('s.state', 'in', ['approved', 'draft'])
  if (query.reason !== undefined) {
    const holds = JSON.stringify([{ ref: query.reason }])
    rows = rows.where(sql<boolean>`r.reasons @> ${holds}::jsonb`)
  }
  if (query.requirement !== undefined) rows = rows.where('r.requirement', '=', query.requirement)
  if (query.statement !== undefined) rows = rows.where('s.id', '=', query.statement)
  const page = await readPage(rows, query, {
    orders: { number: 's.number', requirement: 'r.requirement' },
    fallback: 'requirement',
    id: 'r.id',
  })
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      version: row.version,
      statement: { id: row.statement_id, number: row.number, state: row.state === 'draft' ? 'draft' : 'approved' },
      requirement: nameRequirement(row.requirement),
      decision: asDecision(row.decision),
    })),
  }
}

export function restingRoutes(app: Http): void {
  app.get(
    '/api/v1/applicability-rows',
    {
      schema: {
        tags: ['statement-of-applicability'],
        summary:
          'List rows of the Statement of Applicability that rest on a record, in the version in force and in the draft',
        querystring: PageQuery.omit({ q: true }).extend(RestingFilter.shape),
        response: { 200: pageOf(RestingRow), ...problems({ forbidden }) },
      },
      config: { permission: 'controls:read' },
    },
    async (request) => await request.read(({ tx, org }) => listRestingRows(tx, org, request.query)),
  )
}
