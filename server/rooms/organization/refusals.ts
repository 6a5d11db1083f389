import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

/** Why a requirement cannot be carried over into a register. */
export const carryRefusals = {
  'not-taken-on': [409, 'This requirement is not taken on. Take it on first, then it can stand in a register.'],
  'party-withdrawn': [
    409,
    'This party is withdrawn, so nothing of what it requires is carried over. Restore it first.',
  ],
  'carried-over-already': [
    409,
    'This requirement was carried over into this register already. Open what stands there.',
  ],
} as const satisfies Refusals

/** The words with which this room's refusals leave the house. */
export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'already-withdrawn': [409, 'This was withdrawn before. Restore it first.'],
  'not-withdrawn': [409, 'This is current; there is nothing to restore.'],
  'no-such-reference': [422, 'Something this refers to does not exist here. Correct the fields named below.'],
  'no-reason': [422, 'What is not relevant says why. Write it in the field named below.'],
  'reviewed-in-the-future': [422, 'A review has happened already. Choose the day on which it did.'],
  'due-before-review': [422, 'The next review is due after this one. Choose a later day.'],
  ...carryRefusals,
  'stands-in-register': [
    409,
    'This requirement stands in a register, so it is taken on. Take it out of there first, then decide otherwise.',
  ],
  'linked-already': [409, 'It is named here already.'],
  'not-linked': [404, 'It is not named here, so there is nothing to take out.'],
  'people-only': [403, 'A review is a person’s act. Sign in to record it.'],
} as const satisfies Refusals
