import { cited, effectiveOf, hasEffective, overdueDocuments } from './documented.ts'
import { check, climb, type Rule } from './rule.ts'
import { reviewedInTime, written } from './words.ts'

/** A.2.4: the AI policy has a review date and somebody who answers for it, and was reviewed within its interval. */
export const controlA24: Rule = {
  ref: 'A.2.4',
  records: ['document'],
  recordedUpTo: 'operating',
  judge(situation) {
    const [policy] = effectiveOf(situation, 'ai-policy')
    if (!policy) return climb('A.2.4', { documented: [hasEffective(situation, 'ai-policy')] })
    const cites = [cited(policy)]
    const documented = [
      check(
        policy.reviewDueOn !== null,
        {
          proves: `The AI policy is to be reviewed by ${policy.reviewDueOn ? written(policy.reviewDueOn) : ''}.`,
          lacks: 'The AI policy has no review date.',
        },
        { proves: cites, lacks: cites },
      ),
      check(
        policy.owner !== null,
        { proves: `${policy.owner?.name} answers for it.`, lacks: 'Nobody answers for the AI policy.' },
        { proves: policy.owner ? [policy.owner] : [], lacks: cites },
      ),
    ]
    const operating = [reviewedInTime(policy.review, 'The AI policy', cites)]
    return climb('A.2.4', { documented, operating }, overdueDocuments(situation, 'ai-policy'))
  },
}
