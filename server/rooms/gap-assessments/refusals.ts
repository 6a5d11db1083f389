import { z } from 'zod'
import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

export const tags = ['gap-assessments']
export const AssessmentParams = z.object({ id: z.uuid() })
export const QuestionParams = AssessmentParams.extend({ ref: z.string().max(20) })

export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'no-such-question': [404, 'The interview has no such clause or control. Look at the list of its questions.'],
  'no-interview': [422, 'This framework has no interview yet. Choose the one named below.'],
  'no-such-reference': [422, 'Something named here does not exist. Correct the fields named below.'],
  'another-is-open': [409, 'Another assessment of this framework is open. Conclude it, withdraw it, or go on with it.'],
  'not-open': [409, 'This assessment is not open any more. Reopen it first, with a reason.'],
  'already-open': [409, 'This assessment is open already.'],
  'already-withdrawn': [409, 'This assessment was withdrawn already. Reopen it to bring its answers back.'],
  'not-concluded': [409, 'This assessment is not concluded, so it has no findings yet. Look at its questions.'],
  'nothing-answered': [409, 'Nothing was answered yet, so there is nothing to conclude. Answer some questions first.'],
  unanswered: [
    409,
    'Some questions are not answered. Answer them, or say that they are left out by sending leaveUnanswered.',
  ],
  'not-answered': [409, 'This question has no answer that could be taken back.'],
  'clause-cannot-be-excluded': [
    422,
    'No clause of 4 to 10 can be left out, so it cannot be “not applicable”. Choose another level.',
  ],
  'level-not-reachable': [422, 'This clause or control cannot reach that level. Choose one of those named below.'],
} as const satisfies Refusals
