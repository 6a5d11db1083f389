import { uploadRefusals } from '#platform/blobs/index.ts'
import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'

export const refusals = {
  ...uploadRefusals,
  forbidden,
  'not-found': notFound,
  stale,
  'person-needed': [
    403,
    'Plans are written and approved by named people. Sign in as one; a key can push runs, not decide on them.',
  ],
  'bad-definition': [422, 'The engine would not take this definition. Correct the fields named below.'],
  'no-such-reference': [422, 'Something named here does not exist. Correct the fields named below.'],
  'wrong-state': [409, 'This plan is in another state by now. Look at it again; an approved plan gets a new edition.'],
  'edition-open': [409, 'A next edition of this plan is a draft already. Edit, approve or withdraw that one first.'],
  'other-edition-holds': [
    409,
    'Another edition of this plan was approved meanwhile. Begin a new edition from that one.',
  ],
  'approver-is-author': [403, 'You wrote on this plan. Ask one of the people named below to approve it.'],
  'invite-an-approver': [
    403,
    'You wrote on this plan, and nobody else here may approve it. Invite an approver under Settings · People, then ask them.',
  ],
  'reference-needed': [422, 'Drift is measured against a reference. Upload its file and name it in the plan first.'],
  'limits-needed': [422, 'This plan sets no limit, so nothing could pass or fail. Set at least one before approval.'],
  'second-file-for-quality': [422, 'Only data quality and fairness take a second file. Leave it out.'],
  'second-file-needed': [
    422,
    'This plan looks for rows that a training and a test file have in common. Name the second file too (test or testPath).',
  ],
  'no-sizes': [422, 'The engine does not read this definition any more. Draft the next edition of the plan.'],
  'not-drift': [422, 'Only drift is measured against a reference that can be frozen.'],
  'frozen-already': [409, 'This reference is frozen already, and the plan still asks for the same of it.'],
  'frozen-otherwise': [
    409,
    'What the plan counts was changed after its reference was frozen. Freeze the reference again, so that it fits.',
  ],
  'not-frozen': [404, 'Only frozen references are handed out: other files may hold rows about people.'],
  'plan-ended': [409, 'This plan does not hold any more. Run the edition that does, or reinstate it.'],
  'no-data-folder': [
    409,
    'Files are measured in place only where the operator named a folder in ASSAY_MEASURE_FOLDER. Upload the file instead.',
  ],
  'no-such-path': [422, 'There is no such file in the folder of the operator. Give its path within that folder.'],
  'looks-at-one-file': [
    422,
    'A plan that compares two files cannot look at one by itself. Run it by hand, or by a script through the API.',
  ],
  'looks-at-nothing': [409, 'This plan looks at no file by itself, so there is nothing to stop.'],
  'no-plan-for-this': [
    422,
    'No approved plan here has this definition. Name the plan, or the AI system (subject) for which one is to be drafted.',
  ],
  'other-kind': [422, 'This run measures something else than the plan. Name the plan it was run under.'],
  'other-kind-compared': [
    422,
    'These two runs measure different things, so their numbers cannot stand beside each other. Choose two runs of one plan.',
  ],
  'in-the-future': [422, 'This day lies in the future. Say when it was measured.'],
  'not-finished': [409, 'This run is not finished, so there is nothing to compare with yet.'],
  'data-is-elsewhere': [
    409,
    'The data of this run never came here, so this server cannot compute it again. Run it again where the data is.',
  ],
  'content-gone': [
    409,
    'The content of this file was removed; its hash and results stay. Upload the same file again to compute with it.',
  ],
  'reference-content-gone': [
    409,
    'The content of the reference file was removed. Upload the same file again under the same name, then run the plan.',
  ],
  'too-large-to-look-at': [
    413,
    'Files of more than 256 MB are not sent to be looked at. Write the names of its columns by hand; measuring it says which there are.',
  ],
  'unreadable-file': [422, 'This file cannot be read as a table. Correct what is named below.'],
  'measured-now': [409, 'A run of this file is going on. Wait until it has ended or call it off, then remove it.'],
  'record-missing': [404, 'This run has no record yet. Wait until it is finished.'],
} as const satisfies Refusals

/** The people whom a refusal names stand among its problems as well, which every client shows. */
export function naming<Refusal extends { kind: string; mayApprove?: readonly { name: string }[] }>(refusal: Refusal) {
  const people = (refusal.mayApprove ?? []).map(({ name }) => ({ path: 'approver', message: name }))
  return people.length > 0 ? { ...refusal, problems: people } : refusal
}
