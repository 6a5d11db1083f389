import type { DocumentKind } from '../situation.ts'
import { documentName, effectiveOf } from './documented.ts'
import { check, climb, onlyIf, type Rule } from './rule.ts'
import { none } from './words.ts'

/** The documents that clauses 4 to 10 ask to be kept current, as kinds of Assay. */
const required: readonly DocumentKind[] = [
  'scope-statement',
  'aims-description',
  'ai-policy',
  'risk-assessment-process',
  'risk-treatment-process',
  'impact-assessment-process',
  'objectives',
]

/** 7.5.1: the required documents are listed with their owners, and then each one is in force. */
export const clause751: Rule = {
  ref: '7.5.1',
  records: ['document'],
  recordedUpTo: 'implemented',
  judge(situation) {
    const { documents } = situation
    const inForce = required.flatMap((kind) => effectiveOf(situation, kind).slice(0, 1))
    const drafts = required.flatMap((kind) => (documents.drafts[kind] ?? []).slice(0, 1))
    const notListed = required.filter((kind) => !inUse(documents.effective[kind]) && !inUse(documents.drafts[kind]))
    const notEffective = required.filter((kind) => !inUse(documents.effective[kind]))
    const listed = check(
      notListed.length === 0,
      {
        proves: 'Every document that clauses 4 to 10 ask for is in the register.',
        lacks: `Not in the register: ${notListed.map(documentName).join(', ')}.`,
      },
      { proves: [...inForce, ...drafts].slice(0, required.length), lacks: inForce },
    )
    const documented = onlyIf(listed, [
      none(documents.withoutOwner, {
        proves: 'Each effective document has an owner.',
        lacks: 'Without an owner',
        next: 'Give each document an owner.',
      }),
    ])
    const implemented = [
      check(
        notEffective.length === 0,
        {
          proves: 'Each of them is approved and effective.',
          lacks: `Not approved and effective: ${notEffective.map(documentName).join(', ')}.`,
        },
        { proves: inForce, lacks: drafts },
      ),
    ]
    return climb('7.5.1', { documented, implemented })
  },
}

function inUse(list: readonly unknown[] | undefined): boolean {
  return (list ?? []).length > 0
}
