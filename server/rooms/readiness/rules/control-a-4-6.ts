import { climb, type Rule } from './rule.ts'
import { inScope, owned } from './systems.ts'

/**
 * A.4.6: people and skills for every system in scope. Assay knows the owners; the skills that each system needs are not
 * recorded yet, so owners alone prove nothing, and a missing owner is shown as what it is.
 */
export const controlA46: Rule = {
  ref: 'A.4.6',
  recordedUpTo: null,
  judge(situation) {
    const checks = [inScope(situation), owned(situation)]
    if (checks.some(({ holds }) => !holds)) return climb('A.4.6', { documented: checks })
    const verdict = climb('A.4.6', {})
    return { ...verdict, reasons: [...checks.map(({ reason }) => reason), ...verdict.reasons] }
  },
}
