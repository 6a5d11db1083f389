import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

/** The words with which this room's refusals leave the house. */
export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'no-such-reference': [422, 'Something this refers to does not exist here. Correct the fields named below.'],
  'reference-taken': [409, 'Another AI system carries this inventory number. Open that one, or choose another number.'],
  'in-the-future': [422, 'This day lies in the future. Say when it happened, at the latest today.'],
  'before-last-step': [422, 'This day lies before the step that came last. Say a day on or after it.'],
  'wrong-state': [409, 'An AI system in this state cannot take this step. Look at its state and choose another step.'],
  'intake-open': [409, 'This was reported by an employee and nobody took it up yet. Accept the report first.'],
  'intake-not-open': [409, 'This report was answered already. Open the AI system to see how.'],
  incomplete: [409, 'Something is missing that this step needs. Fill in the fields named below.'],
  barred: [
    409,
    'An approved decision stands against operation; it is named below. Have a new assessment approved, then try again.',
  ],
  'approved-already': [409, 'This AI system is approved already.'],
  'approval-missing': [409, 'Nobody approved this AI system yet. Have it approved first.'],
  'nothing-to-take-back': [409, 'There is no earlier step to go back to. Suspend or retire the AI system instead.'],
} as const satisfies Refusals
