import type { InboxReader } from '#platform/inbox.ts'
import { aiSystemInbox } from '#rooms/ai-systems/index.ts'
import { assuranceInbox } from '#rooms/assurance/index.ts'
import { commentInbox } from '#rooms/comments/index.ts'
import { statementInbox } from '#rooms/controls/index.ts'
import { approvalInbox, reviewInbox } from '#rooms/documents/index.ts'
import { evidenceInbox } from '#rooms/evidence/index.ts'
import { impactInbox } from '#rooms/impact-assessments/index.ts'
import { obligationInbox } from '#rooms/obligations/index.ts'
import { organizationInbox } from '#rooms/organization/index.ts'
import { riskInbox } from '#rooms/risks/index.ts'
import { screeningInbox } from '#rooms/screening/index.ts'
import { gapAssessmentInbox } from '#rooms/gap-assessments/index.ts'
import { subjects } from './subjects.ts'

/** Where a person is mentioned and has not looked yet. */
export const mentionInbox: InboxReader = commentInbox(subjects)

/** What waits for a person's decision, gathered from the rooms. */
export const inboxReaders: readonly InboxReader[] = [
  aiSystemInbox,
  approvalInbox,
  reviewInbox,
  evidenceInbox,
  assuranceInbox,
  ...riskInbox,
  ...impactInbox,
  ...obligationInbox,
  organizationInbox,
  statementInbox,
  gapAssessmentInbox,
  screeningInbox,
  mentionInbox,
]
