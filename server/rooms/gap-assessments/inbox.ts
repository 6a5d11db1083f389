import { sql } from 'kysely'
import type { InboxReader } from '#platform/inbox.ts'

/** Questions that a person was asked and has not answered, one line for each assessment. */
export const gapAssessmentInbox: InboxReader = {
  permission: 'gap-assessments:answer',
  async read({ tx, org, person }, limit) {
    const { rows } = await sql<{ id: string; name: string; open: number; since: Date }>`
      select a.id, a.name, count(*) as open, min(g.changed_at) as since
        from gap_answers g join gap_assessments a on a.org_id = g.org_id and a.id = g.assessment_id
       where g.org_id = ${org} and g.assigned_to = ${person} and g.level is null and a.state = 'open'
       group by a.id, a.name order by since limit ${limit}`.execute(tx)
    const items = rows.map(({ id, name, since }) => ({
      what: 'answer-questions',
      subject: `gap-assessment:${id}`,
      name,
      since,
      dueOn: null,
    }))
    return { items, total: rows.reduce((sum, { open }) => sum + Number(open), 0) }
  },
}
