import type { EditableList } from '#platform/lists/index.ts'
import { editableAiSystems, editableComponents } from '#rooms/ai-systems/index.ts'
import { editableMeasurementPlans } from '#rooms/assurance/index.ts'
import { editableControls, editableRows } from '#rooms/controls/index.ts'
import { editableCandidates } from '#rooms/discovery/index.ts'
import { editableDocuments } from '#rooms/documents/index.ts'
import { editableEvidence } from '#rooms/evidence/index.ts'
import { editablePeople } from '#rooms/identity/index.ts'
import { editableAssessments } from '#rooms/impact-assessments/index.ts'
import { editableObligations } from '#rooms/obligations/index.ts'
import { editableIssues, editableParties, editableProcesses } from '#rooms/organization/index.ts'
import { editablePlans } from '#rooms/plans/index.ts'
import { editableReports } from '#rooms/reports/index.ts'
import { editableRisks } from '#rooms/risks/index.ts'
import { editableOfScreening } from '#rooms/screening/index.ts'
import { editableTasks } from '#rooms/tasks/index.ts'

/** The lists whose records can be changed many at a time, gathered from the rooms in the order of the navigation. */
export const editableLists: readonly EditableList[] = [
  editableIssues,
  editableParties,
  editableProcesses,
  ...editableOfScreening,
  editableRisks,
  editableAssessments,
  editableObligations,
  editableRows,
  editablePlans,
  editableDocuments,
  editableEvidence,
  editableCandidates,
  editableAiSystems,
  editableComponents,
  editableControls,
  editableTasks,
  editableMeasurementPlans,
  editableReports,
  editablePeople,
]
