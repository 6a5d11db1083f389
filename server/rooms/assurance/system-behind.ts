import type { OrganizationId, SubjectRef } from '#kernel/id.ts'
import { parseSubject } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

/** The AI system that a fact is about: itself, or the one that a run measured; none for a run of something else. */
export async function systemBehind(
  tx: Transaction,
  org: OrganizationId,
  subject: SubjectRef,
): Promise<string | undefined> {
  const { kind, id } = parseSubject(subject)
  if (kind === 'ai-system') return id
  const run = await tx
    .selectFrom('measurement_runs')
    .select('subject')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  const about = run && parseSubject(run.subject as SubjectRef)
  return about?.kind === 'ai-system' ? about.id : undefined
}
