import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

/** The words with which this room's refusals leave the house. */
export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'person-needed': [403, 'Impact assessments are written and approved by named people. Sign in as one.'],
  'no-such-reference': [422, 'Something this refers to does not exist here. Correct the fields named below.'],
  'system-is-gone': [409, 'This AI system is retired or was dismissed. Assess one that is planned or in use.'],
  'edition-open': [409, 'An assessment of this AI system is being written already. Finish or withdraw that one first.'],
  'later-edition': [409, 'A later edition of this assessment was begun since. Write there what this one says.'],
  'wrong-state': [
    409,
    'This assessment is in another state by now. Look at it again; an approved one is followed by a new edition.',
  ],
  incomplete: [409, 'Something is still to be answered. Fill in the fields named below.'],
  'approver-is-author': [403, 'You wrote on this assessment. Ask one of the people named below to approve it.'],
  'invite-an-approver': [
    403,
    'You wrote on this assessment, and nobody else here may approve it. Invite an approver under Settings · People, then ask them.',
  ],
  'linked-already': [409, 'It is named here already.'],
  'not-linked': [409, 'It is not named here, so there is nothing to take out.'],
  'called-already': [
    409,
    'This assessment is open for the same reason already. Begin the next edition, or confirm it.',
  ],
} as const satisfies Refusals

/** The people whom a refusal names stand among its problems as well, which every client shows. */
export function naming<Refusal extends { kind: string; mayApprove?: readonly { name: string }[] }>(refusal: Refusal) {
  const people = (refusal.mayApprove ?? []).map(({ name }) => ({ path: 'approver', message: name }))
  return people.length > 0 ? { ...refusal, problems: people } : refusal
}
