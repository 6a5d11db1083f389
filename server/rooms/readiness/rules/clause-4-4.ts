import { hasEffective, overdueDocuments } from './documented.ts'
import { check, climb, onlyIf, type Rule } from './rule.ts'
import { none } from './words.ts'

/** 4.4: an approved description of the AIMS, and its processes registered with their owners. */
export const clause44: Rule = {
  ref: '4.4',
  records: ['document', 'process'],
  recordedUpTo: 'documented',
  judge(situation) {
    const { processes } = situation.organization
    const known = check(
      processes.count > 0,
      {
        proves: 'The processes of the AIMS are registered.',
        lacks: 'No process of the AIMS is registered.',
        next: 'Register the processes of your AIMS, with an owner for each.',
      },
      { proves: processes.newest },
    )
    const owned = [
      none(processes.withoutOwner, {
        proves: 'Each process has an owner.',
        lacks: 'Without an owner',
        next: 'Name an owner for each process of the AIMS.',
      }),
    ]
    const documented = [hasEffective(situation, 'aims-description'), ...onlyIf(known, owned)]
    return climb('4.4', { documented }, overdueDocuments(situation, 'aims-description'))
  },
}
