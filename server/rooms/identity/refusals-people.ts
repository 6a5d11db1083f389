import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

/** What the operations on people, units, invitations and keys refuse, in words. */
export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'more-than-you-hold': [403, 'Nobody can give more than they hold themselves. Ask an owner to do this.'],
  'already-here': [409, 'This person is a member already. Change their roles instead.'],
  'end-needed': [422, 'An external auditor’s access ends on a day. Choose it.'],
  'end-in-the-past': [422, 'Choose an end that lies in the future.'],
  'no-such-unit': [422, 'This unit does not exist here. Choose another.'],
  'not-pending': [409, 'This invitation was accepted or withdrawn before.'],
  'last-owner': [409, 'An organization keeps at least one owner. Make somebody else an owner first.'],
  'not-active': [409, 'This person’s place has ended already.'],
  'not-disabled': [409, 'This person’s place has not ended.'],
  'still-active': [409, 'End this person’s place first, then erase their name and address.'],
  yourself: [409, 'You cannot end your own place. Ask another owner or manager.'],
  erased: [409, 'This person’s name and address were erased; there is nothing left to change.'],
  'name-taken': [409, 'There is a unit of this name already.'],
  'already-revoked': [409, 'This key was revoked before.'],
  'people-only': [403, 'Keys are made by people, not by other keys.'],
  'link-used': [410, 'This invitation is not valid any more. Ask for a new one.'],
  'member-already': [409, 'You have a place in this organization already. Sign in.'],
  'weak-password': [422, 'Choose a password of at least 12 characters that is not your name or address.'],
  'address-taken': [409, 'You have an account here already. Accept with the password of that account.'],
} as const satisfies Refusals
