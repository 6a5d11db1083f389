import type { EditableList } from '#platform/lists/index.ts'
import { editableAiSystems } from '#rooms/ai-systems/index.ts'
import { editableControls } from '#rooms/controls/index.ts'
import { editableCandidates } from '#rooms/discovery/index.ts'
import { editableEvidence } from '#rooms/evidence/index.ts'
import { editableObligations } from '#rooms/obligations/index.ts'
import { editableRisks } from '#rooms/risks/index.ts'
import { editableTasks } from '#rooms/tasks/index.ts'

/** The lists whose records can be changed many at a time, gathered from the rooms. */
export const editableLists: readonly EditableList[] = [
  editableAiSystems,
  editableCandidates,
  editableObligations,
  editableTasks,
  editableEvidence,
  editableRisks,
  editableControls,
]
