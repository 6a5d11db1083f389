import { attachedTo, hasEffective, overdueDocuments } from './documented.ts'
import { check, climb, type Rule } from './rule.ts'

/** A.2.3: the policy in force, and a reviewed comparison with the other policies that it touches. */
export const controlA23: Rule = {
  ref: 'A.2.3',
  records: ['document', 'evidence'],
  recordedUpTo: 'documented',
  judge(situation) {
    const { reviewed } = attachedTo(situation, 'A.2.3')
    const documented = [
      hasEffective(situation, 'ai-policy'),
      check(
        reviewed.length > 0,
        {
          proves: 'A comparison with the other policies is shown by reviewed evidence.',
          lacks: 'No reviewed comparison of the AI policy with other policies is attached to A.2.3.',
        },
        { proves: reviewed },
      ),
    ]
    return climb('A.2.3', { documented }, overdueDocuments(situation, 'ai-policy'))
  },
}
