import { aiSystemSubjects } from '#rooms/ai-systems/index.ts'
import { assuranceSubjects } from '#rooms/assurance/index.ts'
import { bulkEditSubjects } from '#rooms/bulk-edits/index.ts'
import { candidateSubjects } from '#rooms/discovery/index.ts'
import { controlRoomSubjects } from '#rooms/controls/index.ts'
import { documentSubjects } from '#rooms/documents/index.ts'
import { evidenceSubjects } from '#rooms/evidence/index.ts'
import { gapAssessmentSubjects } from '#rooms/gap-assessments/index.ts'
import { requirementSubjects } from '#rooms/frameworks/index.ts'
import { identitySubjects, personSubjects } from '#rooms/identity/index.ts'
import { impactSubjects } from '#rooms/impact-assessments/index.ts'
import { importSubjects } from '#rooms/imports/index.ts'
import { obligationSubjects } from '#rooms/obligations/index.ts'
import { organizationSubjects } from '#rooms/organization/index.ts'
import { planSubjects } from '#rooms/plans/index.ts'
import { reportSubjects } from '#rooms/reports/index.ts'
import { riskSubjects } from '#rooms/risks/index.ts'
import { screeningSubjects } from '#rooms/screening/index.ts'
import { taskSubjects } from '#rooms/tasks/index.ts'
import { viewSubjects } from '#rooms/views/index.ts'
import { gatherSubjects } from '#platform/subjects.ts'

/** Every kind of record that something can be about, gathered from the rooms. */
export const subjects = gatherSubjects([
  personSubjects,
  requirementSubjects,
  ...organizationSubjects,
  ...aiSystemSubjects,
  evidenceSubjects,
  documentSubjects,
  ...controlRoomSubjects,
  ...assuranceSubjects,
  ...riskSubjects,
  ...impactSubjects,
  taskSubjects,
  gapAssessmentSubjects,
  planSubjects,
  reportSubjects,
  ...screeningSubjects,
  obligationSubjects,
  candidateSubjects,
  importSubjects,
  ...identitySubjects,
  viewSubjects,
  bulkEditSubjects,
])
