import { carryRefusals } from '#rooms/organization/index.ts'
import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'no-such-reference': [422, 'Something it refers to does not exist here. Correct the fields named below.'],
  'reference-taken': [409, 'Another obligation has this number. Choose another.'],
  'not-now': [409, 'This step does not fit its state. Look at it again; it may have been moved meanwhile.'],
  'owner-missing': [409, 'Nobody answers for it yet. Name an owner first.'],
  'fulfilment-missing': [409, 'Say how it is fulfilled, or name a record by which it is, first.'],
  'nothing-linked': [409, 'No record shows that it is fulfilled. Name a document, evidence or task first.'],
  'review-in-the-past': [422, 'The next review has to lie ahead. Choose a later day.'],
  'linked-already': [409, 'It is fulfilled by this record already.'],
  'not-linked': [404, 'It is not fulfilled by this record.'],
  'shows-fulfilment': [409, 'This is the last record that shows it is fulfilled. Name another first.'],
} as const satisfies Refusals

export const requirementRefusals = {
  ...refusals,
  ...carryRefusals,
  'changed-since': [409, 'Somebody worked on this obligation since. Withdraw it with a reason instead.'],
} as const satisfies Refusals

export const actRefusals = {
  forbidden,
  'not-found': notFound,
  'nothing-answered': [409, 'The questions about this system are not answered yet. Answer them first.'],
  'open-already': [409, 'The answers are open already. Answer again, or confirm that they still hold.'],
  'not-open': [409, 'The answers are not open. There is nothing to confirm.'],
  'no-such-duty': [422, 'This duty does not follow from the answers. Choose one of those listed.'],
  'nothing-decided': [409, 'Nothing is decided here that could be taken back.'],
  'adopted-already': [409, 'These duties stand in the register already.'],
  'changed-since': [409, 'Somebody worked on one of these obligations since. Withdraw it with a reason instead.'],
} as const satisfies Refusals
