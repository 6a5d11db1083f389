import { type Badge, dayIn, type Section } from '#platform/documents/index.ts'
import type { ReportPlan } from './source.ts'

type Task = ReportPlan['tasks'][number]

/** The adopted plan: what is done when and by whom, and what a delay would move. */
export function planSection(plan: ReportPlan | null): Section {
  const begin = { title: 'Plan', startsOnNewPage: true }
  if (!plan) {
    const text = 'No plan has been adopted yet, so nothing is said here about when and by whom the gap is closed.'
    return { ...begin, blocks: [{ kind: 'paragraph', text }] }
  }
  return {
    ...begin,
    blocks: [
      {
        kind: 'paragraph',
        text:
          `“${plan.name}”, from ${dayIn('en', plan.start)} to ${dayIn('en', plan.decision)}. Dates are working days. A ` +
          'delay of a critical task moves the decision.',
      },
      {
        kind: 'table',
        caption: 'Tasks in the order of their start',
        columns: [
          { title: 'Task', width: 4.6 },
          { title: 'Owner', width: 2.2 },
          { title: 'Start', width: 1.7 },
          { title: 'Due', width: 1.7 },
          { title: 'Days', width: 0.9, align: 'end' },
          { title: 'State', width: 1.6 },
        ],
        rows: plan.tasks.map((task) => [
          task.title,
          task.owner ?? 'nobody yet',
          dayIn('en', task.start),
          dayIn('en', task.due),
          task.days,
          [badgeOf(task)],
        ]),
      },
      {
        kind: 'table',
        caption: 'Last dates that follow if the body certifies',
        columns: [
          { title: 'What', width: 5 },
          { title: 'At the latest', width: 2 },
        ],
        rows: plan.milestones.filter(({ kind }) => kind === 'latest').map((it) => [it.title, dayIn('en', it.date)]),
      },
    ],
  }
}

function badgeOf({ state, critical }: Task): Badge {
  if (state === 'done') return { kind: 'badge', word: 'done', shape: 'circle-4', tone: 'good' }
  if (state === 'overdue') return { kind: 'badge', word: 'overdue', shape: 'triangle', tone: 'bad' }
  if (critical) return { kind: 'badge', word: 'critical', shape: 'square', tone: 'caution' }
  return state === 'started'
    ? { kind: 'badge', word: 'started', shape: 'circle-2', tone: 'note' }
    : { kind: 'badge', word: 'planned', shape: 'circle-0', tone: 'quiet' }
}
