import { requirement } from '@assay/frameworks'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { LicensedTexts } from './contract.ts'

export type LoadRefusal = { kind: 'no-such-requirement'; problems: { path: string; message: string }[] }

/** Puts the organization's licensed texts into their slots; a text that was there before stays in the history. */
export async function loadLicensedTexts(
  { org, tx }: Change,
  framework: string,
  { licence, texts }: LicensedTexts,
): Promise<Result<Changed<{ loaded: number }>, LoadRefusal>> {
  const unknown = texts.flatMap(({ ref }, index) =>
    requirement(framework, ref) ? [] : [{ path: `texts.${index}.ref`, message: `${framework} has no ${ref}` }],
  )
  if (unknown.length > 0) return refuse({ kind: 'no-such-requirement', problems: unknown })
  for (const { ref, body } of texts) {
    await tx
      .insertInto('licensed_texts')
      .values({ org_id: org, id: uuidv7(), framework, ref, body, licence })
      .onConflict((conflict) => conflict.columns(['org_id', 'framework', 'ref']).doUpdateSet({ body, licence }))
      .execute()
  }
  return ok({
    value: { loaded: texts.length },
    facts: [{ type: 'licensed-text.loaded', subject: subjectRef('framework', framework) }],
  })
}

export async function removeLicensedText(
  { org, tx }: Change,
  framework: string,
  ref: string,
): Promise<Result<Changed<{ removed: string }>, { kind: 'not-found' }>> {
  const { numDeletedRows } = await tx
    .deleteFrom('licensed_texts')
    .where('org_id', '=', org)
    .where('framework', '=', framework)
    .where('ref', '=', ref)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return refuse({ kind: 'not-found' })
  return ok({
    value: { removed: ref },
    facts: [{ type: 'licensed-text.removed', subject: subjectRef('framework', framework) }],
  })
}
