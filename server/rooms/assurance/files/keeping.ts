import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Keeping } from './contract.ts'
import { keptUntil } from './kept-until.ts'
import { letGoOfContent } from './store.ts'

export async function readKeeping(tx: Transaction, org: OrganizationId): Promise<Keeping> {
  const row = await tx
    .selectFrom('measurement_settings')
    .select('keep_days')
    .where('org_id', '=', org)
    .executeTakeFirst()
  return { keepDays: row?.keep_days ?? null }
}

/** Sets how long content is kept. It holds for what is here already as well; nothing goes before the next night. */
export async function setKeeping(it: Change, { keepDays }: Keeping): Promise<Result<Changed<Keeping>, never>> {
  const { org, tx } = it
  const changed = await tx
    .updateTable('measurement_settings')
    .set({ keep_days: keepDays })
    .where('org_id', '=', org)
    .returning('id')
    .executeTakeFirst()
  const id = changed?.id ?? uuidv7()
  if (!changed) await tx.insertInto('measurement_settings').values({ org_id: org, id, keep_days: keepDays }).execute()
  return ok({
    value: { keepDays },
    facts: [{ type: 'measurement-settings.set', subject: subjectRef('organization', org) }],
  })
}

const mostAtOnce = 100

/**
 * Removes content whose days are over, some at a time; refuses when there is none. The same content under another name that still has to
 * stay, or that is measured right now, stays whole.
 */
export async function removeExpired(
  it: Change,
): Promise<Result<Changed<{ removed: number }>, { kind: 'nothing-expired' }>> {
  const { org, tx, now } = it
  const { keepDays } = await readKeeping(tx, org)
  const { rows } = await sql<{ sha256: string }>`
    select f.sha256 from measurement_files f
      join measurement_settings s on s.org_id = f.org_id
     where f.org_id = ${org} and f.blob_id is not null
     group by f.sha256
    having bool_and(coalesce(${keptUntil()} <= ${now}, false))
       and not exists (select from measurement_runs r
         left join measurement_files d on d.org_id = r.org_id and d.id in (r.file_id, r.test_file_id)
        where r.org_id = ${org} and r.state = 'asked' and (r.file_sha256 = f.sha256 or d.sha256 = f.sha256))
     order by f.sha256 limit ${mostAtOnce}`.execute(tx)
  const facts: Fact[] = []
  for (const { sha256 } of rows) {
    const reason = `Kept for ${keepDays} days, as the setting says`
    const { removed } = await letGoOfContent(it, { sha256, reason })
    for (const id of removed) {
      facts.push({ type: 'measurement-file.content-removed', subject: subjectRef('measurement-file', id) })
    }
  }
  const [first, ...rest] = facts
  return first ? ok({ value: { removed: facts.length }, facts: [first, ...rest] }) : refuse({ kind: 'nothing-expired' })
}
