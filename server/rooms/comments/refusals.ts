import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'person-needed': [403, 'Comments are made by people. Sign in as one; a key can read them.'],
  'not-talked-about': [
    422,
    'People, invitations and keys are not commented on. Comment on the record that you work on.',
  ],
  'cannot-mention': [422, 'Somebody cannot be mentioned here. What is wrong stands below.'],
  'not-yours': [403, 'Somebody else said this. Answer it instead.'],
  'not-said-any-more': [409, 'This comment was taken back. Say something new instead.'],
  'erased-already': [409, 'The text of this comment was erased before; nothing is left of it.'],
  'no-thread': [409, 'This is an answer. A thread is settled at the comment that began it.'],
  settled: [409, 'This thread is settled. Open it again to answer.'],
  'resolved-already': [409, 'This thread is settled already.'],
  'open-already': [409, 'This thread is open already.'],
} as const satisfies Refusals
