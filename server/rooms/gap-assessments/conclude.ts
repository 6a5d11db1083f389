import { interviewQuestions } from '@assay/frameworks'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { readAnswers } from './answers-store.ts'
import type { Conclusion } from './contract.ts'
import { type GapFinding, saveFindings } from './findings-store.ts'
import { conclude, type ConcludeRefusal, type Proof, reopen, type ReopenRefusal } from './model.ts'
import { findOpen, loadAssessment, readAnswered, saveState } from './store.ts'

/**
 * Freezes what was declared beside what the records prove, together with the entry that did it and the version of the
 * rules, so that a report can state what it was made from.
 */
export async function concludeAssessment(
  { org, tx, now, seq, person }: Change,
  proof: Proof<Transaction>,
  id: string,
  decision: Conclusion,
): Promise<Result<Changed<{ id: string; seq: number }>, ConcludeRefusal | { kind: 'not-found' }>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const concluded = conclude(found, await readAnswered(tx, org, id, interviewQuestions()), decision)
  if (!concluded.ok) return concluded

  const answers = await readAnswers(tx, org, id)
  const proven = await proof.findings(tx, org, now.toISOString().slice(0, 10))
  const findings: GapFinding[] = proven.map((finding) => {
    const declared = answers.get(finding.ref)?.answer ?? null
    return {
      ...finding,
      declared: declared?.level ?? null,
      note: declared?.note ?? null,
      disagreement: declared ? proof.disagreement(declared.level, finding.level) : null,
    }
  })
  await saveFindings(tx, org, id, findings)
  const at = { concluded_at: now, concluded_by: person, concluded_seq: seq, rules_version: proof.rulesVersion }
  await saveState(tx, org, id, { state: 'concluded', summary: decision.summary, ...at })
  return ok({
    value: { id, seq },
    facts: [{ type: 'gap-assessment.concluded', subject: subjectRef('gap-assessment', id) }],
  })
}

/** Opens a concluded or withdrawn assessment again; what it had found stays in the history. */
export async function reopenAssessment(
  { org, tx }: Change,
  id: string,
  reason: string,
): Promise<Result<Changed<{ id: string }>, ReopenRefusal | { kind: 'not-found' }>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const opened = reopen(found, await findOpen(tx, org, found.framework))
  if (!opened.ok) return opened
  await saveState(tx, org, id, { state: 'open', reason })
  return ok({ value: { id }, facts: [{ type: 'gap-assessment.reopened', subject: subjectRef('gap-assessment', id) }] })
}

/** Sets an assessment aside that was started by mistake: its answers count no more, and can be brought back. */
export async function withdrawAssessment(
  { org, tx }: Change,
  id: string,
  reason: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-found' } | { kind: 'already-withdrawn' }>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state === 'withdrawn') return refuse({ kind: 'already-withdrawn' })
  await saveState(tx, org, id, { state: 'withdrawn', reason })
  return ok({
    value: { id },
    facts: [{ type: 'gap-assessment.withdrawn', subject: subjectRef('gap-assessment', id) }],
  })
}
