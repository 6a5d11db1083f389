import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { AnswerLevel } from '@assay/frameworks'
import { asLevel } from './answers-store.ts'
import type { Disagreement, Proven, ProvenLevel } from './model.ts'

/** What was found for one clause or control: the declared part and the proven part, side by side. */
export type GapFinding = Proven & {
  declared: AnswerLevel | null
  note: string | null
  disagreement: Disagreement | null
}

/** Freezes the findings of a conclusion; those of an earlier one stay in the history. */
export async function saveFindings(
  tx: Transaction,
  org: OrganizationId,
  assessment: string,
  findings: readonly GapFinding[],
): Promise<void> {
  const rows = findings.map(({ ref, declared, note, level, stale, disagreement, reasons, next }, position) => ({
    org_id: org,
    id: uuidv7(),
    assessment_id: assessment,
    ref,
    position,
    declared,
    note,
    stale,
    disagreement,
    next,
    proven: level,
    reasons: JSON.stringify(reasons),
  }))
  await tx
    .insertInto('gap_findings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'assessment_id', 'ref']).doUpdateSet((row) => ({
        declared: row.ref('excluded.declared'),
        note: row.ref('excluded.note'),
        proven: row.ref('excluded.proven'),
        stale: row.ref('excluded.stale'),
        disagreement: row.ref('excluded.disagreement'),
        reasons: row.ref('excluded.reasons'),
        next: row.ref('excluded.next'),
      })),
    )
    .execute()
}

/** The findings of an assessment as they were frozen, in the order of the standard. */
export async function readFindings(tx: Transaction, org: OrganizationId, assessment: string): Promise<GapFinding[]> {
  const rows = await tx
    .selectFrom('gap_findings')
    .select(['ref', 'declared', 'note', 'proven', 'stale', 'disagreement', 'next', reasonsOf])
    .where('org_id', '=', org)
    .where('assessment_id', '=', assessment)
    .orderBy('position')
    .execute()
  return rows.map(({ ref, declared, note, proven, stale, disagreement, next, stored }) => ({
    ref,
    note,
    stale,
    next,
    level: asProven(proven),
    reasons: stored,
    declared: declared === null ? null : asLevel(declared),
    disagreement: asDisagreement(disagreement),
  }))
}

// Written by saveFindings alone, so the shape is the one above.
const reasonsOf = sql<Proven['reasons']>`reasons`.as('stored')

function asDisagreement(text: string | null): Disagreement | null {
  if (text === null || text === 'declared-above' || text === 'declared-below') return text
  throw new Error(`a finding cannot disagree as ${text}`)
}

function asProven(text: string): ProvenLevel {
  return text === 'not-yet-recorded' ? text : asLevel(text)
}
