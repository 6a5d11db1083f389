import { addMonths, monthsBetween } from './days.ts'
import type { Caution, Day, Milestone, PlannedTask } from './terms.ts'

const marks: [task: string, title: string][] = [
  ['sponsor', 'Sponsor and means'],
  ['inventory', 'Systems and roles known'],
  ['gap-assessment', 'Scope and gap known'],
  ['policy', 'AI policy approved'],
  ['method', 'Method for risk and impact approved'],
  ['assessments', 'Every system assessed'],
  ['treatment', 'Statement of Applicability approved'],
  ['controls-running', 'Controls running'],
  ['operating-period', 'Operating period complete'],
  ['internal-audit', 'Internal audit done'],
  ['management-review', 'Management review done'],
  ['stage-1', 'Stage 1 done'],
  ['stage-2', 'Stage 2 done'],
  ['decision', 'Decision of the certification body'],
]

/** The planned ends of the road's stretches, and the last dates that follow if the body certifies. */
export function milestonesOf(tasks: PlannedTask[], decision: Day): Milestone[] {
  const planned = marks.flatMap(([key, title]): Milestone[] => {
    const task = tasks.find((it) => it.key === key)
    return task ? [{ key, title, date: task.due, kind: 'planned' }] : []
  })
  return [
    ...planned,
    {
      key: 'surveillance-1',
      title: 'First surveillance, at the latest',
      date: addMonths(decision, 12),
      kind: 'latest',
    },
    {
      key: 'recertification',
      title: 'Recertification decided, at the latest',
      date: addMonths(decision, 36),
      kind: 'latest',
    },
  ]
}

// A house rule of many bodies, and the rule for verifying majors; beyond them an audit is held again.
const monthsBetweenStages = 6
const monthsToClose = 6
const usualMonths = 18

export function cautionsOf(tasks: PlannedTask[], months: number, lapsed: string[]): Caution[] {
  const find = (key: string) => tasks.find((it) => it.key === key)
  const stage1 = find('stage-1')
  const stage2 = find('stage-2')
  const closing = find('close-nonconformities')
  const cautions: Caution[] = []
  if (stage1 && stage2 && stage2.start > addMonths(stage1.due, monthsBetweenStages)) {
    cautions.push({ kind: 'stage-2-long-after-stage-1', months: monthsBetween(stage1.due, stage2.start) })
  }
  if (stage2 && closing && closing.due > addMonths(stage2.due, monthsToClose)) {
    cautions.push({ kind: 'closing-after-six-months', latest: addMonths(stage2.due, monthsToClose) })
  }
  if (months > usualMonths) cautions.push({ kind: 'longer-than-usual', months })
  if (lapsed.length > 0) cautions.push({ kind: 'lapsed', tasks: lapsed })
  return cautions
}
