import { AnswersView } from './contract.ts'
import type { Approval, Body, Call, ImpactAssessment, ImpactAssessmentId } from './model.ts'
import { type Answers, noAnswers } from './rules/answers.ts'
import * as words from './rules/words.ts'

export type Row = {
  id: string
  version: number
  system_id: string
  edition: number
  occasion: string
  occasion_note: string
  answers: unknown
  depth: string | null
  decision: string | null
  review_due_on: string | null
  authors: string[]
  state: string
  submitted_by: string | null
  submitted_on: string | null
  returned_note: string
  approved_by: string | null
  approved_on: string | null
  approved_seq: number | null
  approval_note: string
  approved_again: boolean
  calls: unknown
  superseded_on: string | null
  withdrawn_reason: string | null
}

/** A text of the database as one of these words. Throws on a text that is none. */
export function asWord<Word extends string>(list: readonly Word[], text: string): Word {
  const found = list.find((word) => word === text)
  if (found === undefined) throw new Error(`${text} is none of ${list.join(', ')}`)
  return found
}

export function asWordOrNull<Word extends string>(list: readonly Word[], text: string | null): Word | null {
  return text === null ? null : asWord(list, text)
}

// An answer that was asked for later is empty in what was written before.
export function answersOf(stored: unknown): Answers {
  return AnswersView.parse({ ...noAnswers, ...(typeof stored === 'object' ? stored : {}) })
}

// Written by this room alone, in this form.
function callsOf(stored: unknown): Call[] {
  if (!Array.isArray(stored)) throw new Error('calls are a list')
  return stored as Call[]
}

/** The assessment as the rules see it. Throws on a row that is none of its states. */
export function toAssessment(row: Row): ImpactAssessment {
  const body = bodyOf(row)
  const state = asWord(words.states, row.state)
  if (state === 'drafting') return { ...body, state, returnedNote: row.returned_note }
  const { depth, decision, reviewDueOn } = body
  const [by, on] = [row.submitted_by, row.submitted_on]
  if (state === 'withdrawn' && row.withdrawn_reason) {
    const drafting = { state: 'drafting' as const, returnedNote: row.returned_note }
    const was = by && on ? { state: 'in-review' as const, submitted: { by, on } } : drafting
    return { ...body, state, reason: row.withdrawn_reason, was }
  }
  if (depth && decision && reviewDueOn && by && on) {
    const whole = { ...body, depth, decision, reviewDueOn, submitted: { by, on } }
    const approval = approvalOf(row)
    const [first, ...rest] = callsOf(row.calls)
    if (state === 'in-review') return { ...whole, state }
    if (state === 'approved' && approval) return { ...whole, state, approval }
    if (state === 'reopened' && approval && first) return { ...whole, state, approval, calls: [first, ...rest] }
    if (state === 'superseded' && approval && row.superseded_on)
      return { ...whole, state, approval, supersededOn: row.superseded_on }
  }
  throw new Error(`impact assessment ${row.id} is in no state that an assessment can be in`)
}

function bodyOf(row: Row): Body {
  return {
    id: row.id as ImpactAssessmentId,
    version: row.version,
    system: row.system_id,
    edition: row.edition,
    occasion: asWord(words.occasions, row.occasion),
    occasionNote: row.occasion_note,
    answers: answersOf(row.answers),
    depth: asWordOrNull(words.depths, row.depth),
    decision: asWordOrNull(words.decisions, row.decision),
    reviewDueOn: row.review_due_on,
    authors: row.authors,
  }
}

function approvalOf(row: Row): Approval | null {
  const { approved_by: by, approved_on: on, approved_seq: seq, approval_note: note, approved_again: again } = row
  return by && on && seq ? { by, on, seq, note, ...(again && { again }) } : null
}

/** What is written to the row; what a state does not know is empty. */
export function columnsOf(it: ImpactAssessment) {
  const approval = 'approval' in it ? it.approval : null
  // what is withdrawn keeps where it stood, so that it can be restored
  const stood = it.state === 'withdrawn' ? it.was : it
  const submitted = 'submitted' in stood ? stood.submitted : null
  return {
    system_id: it.system,
    edition: it.edition,
    occasion: it.occasion,
    occasion_note: it.occasionNote,
    answers: JSON.stringify(it.answers),
    depth: it.depth,
    decision: it.decision,
    review_due_on: it.reviewDueOn,
    authors: it.authors,
    state: it.state,
    submitted_by: submitted?.by ?? null,
    submitted_on: submitted?.on ?? null,
    returned_note: 'returnedNote' in stood ? stood.returnedNote : '',
    approved_by: approval?.by ?? null,
    approved_on: approval?.on ?? null,
    approved_seq: approval?.seq ?? null,
    approval_note: approval?.note ?? '',
    approved_again: approval?.again ?? false,
    calls: JSON.stringify(it.state === 'reopened' ? it.calls : []),
    superseded_on: it.state === 'superseded' ? it.supersededOn : null,
    withdrawn_reason: it.state === 'withdrawn' ? it.reason : null,
  }
}
