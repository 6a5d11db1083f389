import { carryRefusals } from '#rooms/organization/index.ts'
import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'person-needed': [403, 'Risks are rated, treated and accepted by named people. Sign in as one; a key cannot decide.'],
  'bad-criteria': [422, 'These criteria cannot be used. Correct the fields named below.'],
  'draft-open': [409, 'A next edition of the criteria is a draft already. Edit, approve or discard that one.'],
  'not-draft': [409, 'This edition is no draft any more. Write the next edition instead; earlier ratings stay.'],
  'not-discarded': [409, 'This edition was not discarded, so there is nothing to bring back.'],
  'approver-is-author': [403, 'You wrote on these criteria. Ask one of the people named below to approve them.'],
  'invite-an-approver': [
    403,
    'You wrote on these criteria, and nobody else here may approve them. Invite an approver under Settings · People, then ask them.',
  ],
  'no-such-reference': [422, 'Something named here does not exist or is taken. Correct the fields named below.'],
  'closed-before': [
    409,
    'Where this risk stood was not kept yet when it was closed. Open it again with a reason, and rate it anew.',
  ],
  'called-for-since': [
    409,
    'Something happened since it was closed that calls for a new assessment. Open it again with a reason, and rate it anew.',
  ],
  closed: [409, 'This risk is closed. Open it again with a reason first.'],
  'assessed-already': [
    409,
    'This risk was accepted as it stands. Open it again with a reason, change it, and rate it anew.',
  ],
  'wrong-state': [409, 'This risk is in another state by now. Look at it again: each step needs the one before.'],
  'criteria-needed': [
    409,
    'No risk criteria are approved, and criteria come before ratings. Set them under Risks · Criteria and have them approved.',
  ],
  'off-the-scale': [422, 'The criteria in force have fewer steps than that. Correct the fields named below.'],
  'earlier-criteria': [
    409,
    'This risk was rated under earlier criteria. Rate it under those in force, before and after treatment, first.',
  ],
  'treatment-needed': [409, 'What is left can only be rated once a treatment is decided. Decide on one first.'],
  'above-inherent': [
    422,
    'What is left cannot be greater than the risk without treatment. Rate the risk itself again if it has grown.',
  ],
  'reason-needed': [422, 'A risk that is retained as it is needs a reason. Say why nothing is done.'],
  'nothing-planned': [
    422,
    'This treatment changes nothing yet. Name a control or an action with an owner and a day, or retain the risk with a reason.',
  ],
  'actions-open': [
    409,
    'Actions of this treatment are still open. Finish or cancel them before you judge whether it works.',
  ],
  'checker-decided-it': [403, 'You decided this treatment. Ask somebody else to judge whether it works.'],
  'expiry-needed': [422, 'An acceptance lasts until a day. Name one as said below.'],
  'above-appetite': [
    403,
    'What is left lies above the appetite, which only designated management may accept. Ask one of the people named below, or treat the risk further.',
  ],
  'owner-needed': [409, 'Nobody answers for this risk yet. Name its owner first, who then accepts what is left.'],
  'not-risk-owner': [403, 'Only the owner of the risk or management accepts it. Ask one of the people named below.'],
  'acceptor-rated-it': [
    403,
    'You rated what is left of this risk, and somebody else may accept it. Ask one of the people named below.',
  ],
  'not-accepted': [409, 'This risk is not accepted, so there is nothing to withdraw.'],
} as const satisfies Refusals

export const requirementRefusals = {
  ...refusals,
  ...carryRefusals,
  'changed-since': [409, 'Somebody worked on this risk since. Close it with a reason instead.'],
} as const satisfies Refusals

type Named = readonly { name: string }[]

/** The people whom a refusal names stand among its problems as well, which every client shows. */
export function naming<Refusal extends { kind: string; mayApprove?: Named; mayAccept?: Named }>(refusal: Refusal) {
  const path = refusal.mayApprove ? 'approver' : 'acceptor'
  const people = (refusal.mayApprove ?? refusal.mayAccept ?? []).map(({ name }) => ({ path, message: name }))
  return people.length > 0 ? { ...refusal, problems: people } : refusal
}
