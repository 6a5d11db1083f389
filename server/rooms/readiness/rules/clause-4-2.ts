import { carriedIntoRegister, overdueObligations } from './obligations.ts'
import { check, climb, onlyIf, type Rule } from './rule.ts'
import { none, overdue, reviewedInTime } from './words.ts'

/**
 * 4.2: interested parties with what each requires, people affected by the AI among them, looked at again in time, and
 * what they ask carried into the register of obligations.
 */
export const clause42: Rule = {
  ref: '4.2',
  records: ['interested-party', 'organization-review', 'obligation'],
  recordedUpTo: 'operating',
  judge(situation) {
    const parties = situation.organization.interestedParties
    const known = check(
      parties.count > 0,
      { proves: 'Interested parties are registered.', lacks: 'No interested party is registered.' },
      { proves: parties.newest },
    )
    const documented = onlyIf(known, [
      check(parties.affectedPeople > 0, {
        proves: 'People affected by the AI are among them.',
        lacks: 'No group of people affected by the AI is among the interested parties.',
        next: 'Add the people and groups whom your AI affects to the interested parties.',
      }),
      none(parties.withoutRequirements, {
        proves: 'What each party requires is recorded.',
        lacks: 'Nothing is recorded of what these parties require',
        next: 'Record what each interested party requires and which of it you take on.',
      }),
      none(parties.requirementsUndecided, {
        proves: 'It is decided of each requirement whether the management system takes it on.',
        lacks: 'Not decided whether the management system takes it on',
        next: 'Decide of each requirement of the interested parties whether the management system takes it on.',
      }),
    ])
    const operating = [
      reviewedInTime(parties.review, 'The register of interested parties'),
      none(parties.requirementsNotCarriedOver, {
        proves: 'What law and contracts require of what is taken on stands in the registers of obligations or risks.',
        lacks: 'Taken on by law or contract, and in neither register',
        next: 'Carry the requirements that are taken on over into the register of obligations or of risks.',
      }),
      ...carriedIntoRegister(situation),
    ]
    const stale = [
      ...overdue(parties.review, 'the interested parties'),
      ...overdueObligations(situation, 'reviewOverdue'),
    ]
    return climb('4.2', { documented, operating }, stale)
  },
}
