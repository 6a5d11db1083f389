import { reopenedAnswers, unansweredSystems } from './obligations.ts'
import { check, climb, type Rule } from './rule.ts'
import { outdatedRoles, rolesDetermined, rolesReviewed } from './systems.ts'
import { overdue, reviewedInTime } from './words.ts'

/**
 * 4.1: inner and outer issues, the climate question, and the AI role of every system in scope, looked at again in time; under
 * the EU AI Act too, where that is looked at.
 */
export const clause41: Rule = {
  ref: '4.1',
  records: ['organization', 'context-issue', 'ai-system', 'organization-review', 'obligation'],
  recordedUpTo: 'operating',
  judge(situation) {
    const { contextIssues: issues, profileMissing } = situation.organization
    const cites = issues.newest
    const documented = [
      check(profileMissing.length === 0, {
        proves: 'The profile of the organization is complete.',
        lacks: `The profile of the organization lacks: ${profileMissing.join(', ')}.`,
        next: 'Complete the profile of the organization.',
      }),
      check(
        issues.internal > 0 && issues.external > 0,
        {
          proves: 'Internal and external issues are recorded.',
          lacks: `No ${missingKind(issues.internal, issues.external)} issue is recorded.`,
          next: 'Record the internal and external issues that affect how you deal with AI.',
        },
        { proves: cites, lacks: cites },
      ),
      check(issues.climateAnswered, {
        proves: 'The question of climate change is answered.',
        lacks: 'The question whether climate change matters to the AIMS is not answered; “no” is an answer.',
        next: 'Answer the question of climate change, even with no.',
      }),
      ...rolesDetermined(situation),
    ]
    const operating = [reviewedInTime(issues.review, 'The context'), rolesReviewed(situation)]
    const stale = [...overdue(issues.review, 'the context'), ...outdatedRoles(situation), ...reopenedAnswers(situation)]
    const verdict = climb('4.1', { documented, operating }, stale)
    return { ...verdict, reasons: [...verdict.reasons, ...unansweredSystems(situation)] }
  },
}

function missingKind(internal: number, external: number): string {
  if (internal > 0) return 'external'
  return external > 0 ? 'internal' : 'internal or external'
}
