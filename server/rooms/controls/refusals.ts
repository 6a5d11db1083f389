import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

export const controlRefusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'person-needed': [403, 'A person has to do this; a machine may not. Sign in and do it yourself.'],
  'no-such-reference': [422, 'Something named here does not exist. Correct the fields named below.'],
  'not-planned': [409, 'This control runs already or is retired. Bring it back first.'],
  'not-ready': [422, 'A control that runs has to say more. Fill in the fields named below.'],
  'not-running': [409, 'This control does not run. Start it first.'],
  'retired-already': [409, 'This control is retired. Bring it back first.'],
  'not-retired': [409, 'This control is not retired, so there is nothing to bring back.'],
  'in-the-future': [422, 'This day lies in the future. Give the day on which it happened.'],
} as const satisfies Refusals

export const statementRefusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'person-needed': [403, 'A person has to do this; a machine may not. Sign in and do it yourself.'],
  'no-such-reference': [422, 'Something named here does not exist. Correct the fields named below.'],
  'draft-open': [409, 'A draft is open already. Finish or discard that one first.'],
  'not-draft': [409, 'This version is no draft any more, and stays as it is. Start the next version.'],
  'not-discarded': [409, 'This version was not discarded, so there is nothing to take back.'],
  'row-is-there': [409, 'This requirement has a row already. Decide that one.'],
  'row-of-annex-a': [409, 'The controls of Annex A always have a row. Exclude this one and say why.'],
  'no-reason': [422, 'A reason is missing or says nothing. Write it in the fields named below.'],
  'named-by-risks': [
    409,
    'Open risks name this control, so it cannot be excluded. Include it, or treat or close the risks named below first.',
  ],
  'undecided-rows': [
    409,
    'Some rows are not decided, or rest on nothing that stands any more. Decide those named below, then approve.',
  ],
  'approver-is-author': [
    403,
    'Who decided rows of this version does not approve it while another person could. Ask one of those named below.',
  ],
  'not-made-yet': [409, 'The files of this version are being made. Try again in a moment.'],
} as const satisfies Refusals
