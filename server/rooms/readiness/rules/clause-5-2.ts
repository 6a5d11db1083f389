import type { Cited, EffectiveDocument } from '../situation.ts'
import { effectiveOf, hasEffective, overdueDocuments } from './documented.ts'
import { check, climb, onlyIf, type Rule } from './rule.ts'

/** Two people may share a name; only an approval outside of Assay, which knows no account, goes by it. */
function approvedBy({ ref, name }: Cited, { approver, approvedOutside, approvedBy: said }: EffectiveDocument): boolean {
  return approvedOutside ? said?.trim() === name.trim() : approver === ref
}

/** 5.2: an AI policy in force that top management approved. Proof that it reached staff is not recorded in Assay yet. */
export const clause52: Rule = {
  ref: '5.2',
  records: ['document', 'organization'],
  recordedUpTo: 'documented',
  judge(situation) {
    const top = situation.organization.topManagement
    const policies = effectiveOf(situation, 'ai-policy')
    const signed = top.filter((person) => policies.some((policy) => approvedBy(person, policy)))
    const documented = onlyIf(hasEffective(situation, 'ai-policy'), [
      check(
        signed.length > 0,
        {
          proves: `Its approver, ${signed.map(({ name }) => name).join(', ')}, is named as top management.`,
          lacks: top.length > 0 ? 'It was not approved by top management.' : 'Nobody is named as top management.',
          next:
            top.length > 0
              ? 'Have top management approve the AI policy.'
              : 'Name who top management is, in the profile of the organization.',
        },
        { proves: signed, lacks: top },
      ),
    ])
    return climb('5.2', { documented }, overdueDocuments(situation, 'ai-policy'))
  },
}
