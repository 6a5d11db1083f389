import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  invalid: [400, 'The description of the file cannot be used. Correct the fields named below.'],
  'person-needed': [403, 'Documents are written and decided on by named people. Sign in as one; a key cannot do this.'],
  'no-such-reference': [422, 'Some of these details cannot be used. Correct the fields named below.'],
  'no-such-template': [422, 'There is no such template. Choose one of the list of templates.'],
  'document-withdrawn': [409, 'This document is withdrawn. Restore it first.'],
  'not-withdrawn': [409, 'This document is in use; there is nothing to restore.'],
  'approved-as-its-kind': [
    409,
    'A version was approved as what this document is for. Withdraw it, or start another document for the other purpose.',
  ],
  'version-open': [409, 'Another version of this document is being worked on. Finish or discard that one first.'],
  'wrong-state': [409, 'This version is in another state by now. Look at it again and decide anew.'],
  empty: [422, 'There is nothing to approve yet. Write the text or attach a file first.'],
  'placeholders-left': [422, 'Some places of the text are still to be filled in. They are named below.'],
  'no-such-approver': [
    422,
    'This person may not approve, or wrote on the version. Choose one of the people named below.',
  ],
  'approver-is-author': [403, 'You wrote on this version. Ask one of the people named below to approve it.'],
  'invite-an-approver': [
    403,
    'You wrote on this version, and nobody else here may approve it. Invite an approver under Settings · People, then ask them.',
  ],
  'not-yet': [
    422,
    'A version holds from today or earlier. Give a later day with the approval, and it takes effect by itself.',
  ],
  'before-approval': [422, 'No version holds from before its approval. Choose the day of the approval or a later one.'],
  'nothing-effective': [409, 'No version of this document is effective, so there is nothing to review yet.'],
  'due-in-the-past': [422, 'The next review lies in the future. Choose a later day.'],
  'holds-no-file': [409, 'This version is a text. Read it, or print it as PDF or DOCX.'],
  'holds-a-file': [409, 'This version is a file of its own. Download that instead of printing it.'],
} as const satisfies Refusals

type Named = { mayApprove?: readonly { name: string }[]; missing?: readonly string[] }

/** The people or places that a refusal names stand among its problems as well, which every client shows. */
export function naming<Refusal extends { kind: string } & Named>(refusal: Refusal) {
  const people = (refusal.mayApprove ?? []).map(({ name }) => ({ path: 'approver', message: name }))
  const places = (refusal.missing ?? []).map((label) => ({ path: 'body', message: label }))
  const named = [...people, ...places]
  return named.length > 0 ? { ...refusal, problems: named } : refusal
}
