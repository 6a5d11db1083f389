import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'person-needed': [403, 'Estimates are made by named people. Sign in as one; a key cannot estimate.'],
  closed: [409, 'This risk is closed. Open it again with a reason first.'],
  'cannot-simulate': [422, 'These ranges cannot be simulated. Correct the fields named below.'],
  'currency-needed': [422, 'An estimate in money names its currency, and one in people none. Correct the currency.'],
  'another-currency': [
    422,
    'Losses are added up, so all estimates here use one currency: the one named below. Convert the amounts.',
  ],
  'inherent-first': [409, 'Estimate the risk before treatment first: what is left is measured against it.'],
  'residual-rests-on-it': [409, 'The estimate after treatment rests on this one. Withdraw that one first.'],
  'estimates-cross': [
    422,
    'Treatment makes no risk greater: the mean loss of a year after it cannot be above the one before. Correct one of the two; where both have fallen, begin with the one after treatment.',
  ],
  'nothing-estimated': [409, 'Nothing has been estimated in this measure yet. Put figures to a risk first.'],
  'not-finished': [409, 'This simulation has no result, so there is nothing to compute again. Simulate first.'],
  'not-failed': [409, 'This simulation has not broken off. Wait for its end, or ask for another one.'],
  'other-rules': [
    409,
    'This simulation was computed under other rules than this version of Assay has. Compute it again with the version that it names.',
  ],
} as const satisfies Refusals
