import type { Situation } from '../situation.ts'
import { check, climb, type Rule } from './rule.ts'
import { written } from './words.ts'

/**
 * A.5.3: the rules on how long and in what form results are kept; approved results with approver and day; and earlier results that
 * can still be read, since nothing that was approved is ever deleted here.
 */
export const controlA53: Rule = {
  ref: 'A.5.3',
  records: ['impact-rules', 'impact-assessment'],
  recordedUpTo: 'operating',
  judge(situation) {
    const { rules, approvedEver, earlier, newest } = situation.impacts
    const years = rules ? `${rules.retentionYears} ${rules.retentionYears === 1 ? 'year' : 'years'}` : ''
    const documented = [
      check(
        rules !== null,
        {
          proves: rules ? `Results are kept for ${years} in a set form, decided on ${written(rules.on)}.` : '',
          lacks: 'It is not decided how long impact results are kept and in what form.',
          next: 'Set the rules for impact assessments: how long results are kept, and in what form.',
        },
        { proves: rules ? [{ ref: rules.ref, name: rules.name }] : [] },
      ),
    ]
    const implemented = [
      check(
        approvedEver > 0,
        {
          proves: 'Each completed assessment is kept with its approver and day.',
          lacks: 'No impact assessment was completed and approved yet.',
          next: 'Assess the impact of one system in scope and have another person approve it.',
        },
        { proves: newest },
      ),
    ]
    const operating = [
      check(earlier > 0, {
        proves: `${earlier} earlier ${earlier === 1 ? 'result is' : 'results are'} kept beside those that stand, and can be read.`,
        lacks: 'There is no earlier result yet whose keeping could be seen.',
        next: 'Keep the results as later editions follow; nothing has to be done until then.',
      }),
    ]
    return climb('A.5.3', { documented, implemented, operating }, rulesNotLookedAt(situation))
  },
}

/** Retention is looked at once a year, since law may change it. */
function rulesNotLookedAt({ impacts: { rules }, today }: Situation) {
  if (!rules || rules.on >= aYearBefore(today)) return []
  const text = `The rules on keeping impact results were last decided on ${written(rules.on)}, more than a year ago.`
  return [{ kind: 'stale' as const, text, cites: [{ ref: rules.ref, name: rules.name }] }]
}

function aYearBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() - 1)
  return date.toISOString().slice(0, 10)
}
