import type { Reason } from '../model.ts'
import { attachedTo } from './documented.ts'
import { check, climb, type Rule } from './rule.ts'
import { none } from './words.ts'

/**
 * 7.5.3: rules for access, retention and disposal, shown by reviewed evidence, and the outside documents identified; then a
 * retention time on each document. Obsolete versions are marked by Assay itself.
 */
export const clause753: Rule = {
  ref: '7.5.3',
  records: ['evidence', 'document'],
  recordedUpTo: 'implemented',
  judge(situation) {
    const { reviewed, expired } = attachedTo(situation, '7.5.3')
    const { documents } = situation
    const documented = [
      check(
        reviewed.length > 0,
        {
          proves: 'Rules for access, storage, retention and disposal are shown by reviewed evidence.',
          lacks: 'No reviewed evidence of rules for access, storage, retention and disposal is attached to 7.5.3.',
          next: 'Set rules for access, retention and disposal, attach them to 7.5.3 and have them reviewed.',
        },
        { proves: reviewed },
      ),
      check(documents.external > 0, {
        proves: 'Documents of outside origin are identified as such.',
        lacks: 'No document of outside origin is in the register.',
        next: 'Register the outside documents that you rely on.',
      }),
    ]
    const implemented = [
      none(documents.withoutRetention, {
        proves: 'Each effective document has a retention time; replaced versions are marked as obsolete.',
        lacks: 'Without a retention time',
        next: 'Set a retention time for each effective document.',
      }),
    ]
    const stale: Reason[] =
      expired > 0 ? [{ kind: 'stale', text: 'Evidence of the rules has expired.', cites: [] }] : []
    return climb('7.5.3', { documented, implemented }, stale)
  },
}
