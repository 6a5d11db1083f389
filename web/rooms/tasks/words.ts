import type { InboxView, TaskView } from '@assay/server/rooms/tasks/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type Task = Wire<TaskView>
export type Inbox = Wire<InboxView>
export type Waiting = Inbox['decisions']['items'][number]
type Badge = { tone: Tone; label: string }

export const states: Record<Task['state'], Badge> = {
  open: { tone: 'active', label: t('Open') },
  done: { tone: 'positive', label: t('Completed') },
  cancelled: { tone: 'neutral', label: t('Cancelled') },
}

/** The state of a task in one badge: that it is overdue or has to wait is what one has to see first. */
export function badgeOf({ state, overdue, waitsForOpen }: Pick<Task, 'state' | 'overdue' | 'waitsForOpen'>): Badge {
  if (overdue) return { tone: 'caution', label: t('Overdue') }
  if (state === 'open' && waitsForOpen > 0) return { tone: 'missing', label: t('Waits for others') }
  return states[state]
}

/** What waits for a decision, by what the rooms call it. */
const decisions: Record<string, string> = {
  'approve-document': t('Approve'),
  'approve-statement': t('Approve'),
  'approve-measurement-plan': t('Approve plan'),
  'approve-risk-criteria': t('Approve criteria'),
  'reassess-risk': t('Assess risk again'),
  'accept-risk': t('Accept risk'),
  'check-treatment': t('Judge whether a treatment works'),
  'review-document': t('Review document'),
  'review-evidence': t('Review evidence'),
  'answer-intake': t('Answer report'),
  'answer-questions': t('Answer questions'),
  'answer-trigger': t('Answer trigger'),
  'approve-impact-assessment': t('Approve'),
  'look-again-at-impact': t('Look at it again'),
  'review-obligation': t('Review it'),
  'decide-obligation': t('Decide whether it applies'),
  'review-context': t('Review the context'),
  'review-interested-parties': t('Review the parties'),
  'review-scope': t('Review the scope'),
  'read-mention': t('Read mention'),
}

export function decisionOf(what: string): string {
  return decisions[what] ?? t('Decide')
}
