import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

const verdicts: Readonly<Record<string, string>> = {
  pass: 'held its limits',
  fail: 'broke a limit',
  'not-enough-data': 'had too little data',
  'not-decided': 'could not be decided',
}

/** What is measured of one AI system by plans that are approved, how often, and how the last confirming run ended. */
export async function readMeasurementTemplateFacts(tx: Transaction, org: OrganizationId, system: string) {
  const { rows } = await sql<{ title: string; days: number | null; day: string | null; verdict: string | null }>`
    select p.title, p.interval_days as days, l.happened_on::text as day, l.verdict
      from measurement_plans p
      left join lateral (select r.happened_on, r.verdict from measurement_runs r
        where r.org_id = p.org_id and r.series_id = p.series_id and r.confirming
        order by r.happened_on desc, r.seq desc limit 1) l on true
     where p.org_id = ${org} and p.subject = ${`ai-system:${system}`} and p.state = 'approved'
     order by p.title, p.id`.execute(tx)
  if (rows.length === 0) return { values: {}, facts: {} }
  const last = (day: string | null, verdict: string | null) =>
    day === null ? 'not run yet' : `on ${day} it ${verdicts[verdict ?? ''] ?? 'was run'}`
  return {
    values: {
      performanceMetrics: rows.map(({ title, day, verdict }) => `${title} (${last(day, verdict)})`).join('; '),
      monitoringPlan: rows
        .map(({ title, days }) => (days === null ? `${title}, on occasion` : `${title}, every ${days} days`))
        .join('; '),
    },
    facts: {},
  }
}
