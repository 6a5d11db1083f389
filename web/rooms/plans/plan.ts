import type { PlanPreview } from '@assay/server/rooms/plans/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import type { Option } from '../../ui/form.tsx'
import type { Tone } from '../../ui/state-badge.tsx'
import type { AnswerOf, ItemOf } from '../answer-of.ts'

export type Plan = AnswerOf<'/api/v1/plans/{id}'>
export type PlanItem = ItemOf<'/api/v1/plans'>
export type StartingPoint = AnswerOf<'/api/v1/plans/starting-point'>
export type Request = Plan['request']
export type Road = Plan['plan']
export type Move = Plan['moves'][number]
type Badge = { tone: Tone; label: string }

/** A stretch of the road, kept or only calculated: then it has neither an owner nor a task yet. */
export type Stretch = Omit<Road['tasks'][number], 'owner'> & { person: { id: string; name: string } | null }
export type Role = Stretch['role']
export type Phase = Road['tasks'][number]['phase']

export const states: Record<PlanItem['state'], Badge> = {
  draft: { tone: 'active', label: t('Draft') },
  adopted: { tone: 'positive', label: t('Adopted') },
  superseded: { tone: 'neutral', label: t('Superseded') },
  discarded: { tone: 'neutral', label: t('Discarded') },
}

/**
 * What a person says about the tasks that one waits for: nothing while the rules are followed. `now` is what it waits
 * for in the plan, `said` what a person had said before.
 */
export function dependencyChange(
  { after, asRules }: { after: string[]; asRules: boolean },
  now: string[],
  said: string[] | undefined,
): { dependsOn?: string[] } {
  if (asRules) return {}
  const same = after.length === now.length && after.every((key) => now.includes(key))
  const dependsOn = same ? said : after
  return dependsOn ? { dependsOn } : {}
}

export const stateOptions: Option[] = Object.entries(states).map(([value, { label }]) => ({ value, label }))

export const phases: Record<Phase, string> = {
  'gap-assessment': t('Know the gap'),
  design: t('Design'),
  implementation: t('Put in place'),
  operation: t('Operate'),
  'internal-audit-and-review': t('Audit and review'),
  certification: t('Certification'),
}

/** The phases in their order. */
export const allPhases: Phase[] = [
  'gap-assessment',
  'design',
  'implementation',
  'operation',
  'internal-audit-and-review',
  'certification',
]

export const roles: Record<Role, string> = {
  'top-management': t('Top management'),
  'aims-manager': t('AIMS manager'),
  'ai-system-owner': t('AI system owner'),
  'internal-auditor': t('Internal auditor'),
  'certification-body': t('Certification body'),
}

export const paces: Option[] = [
  { value: 'gentle', label: t('Gentle'), help: t('Beside much other work: about a tenth longer.') },
  { value: 'steady', label: t('Steady'), help: t('The usual pace.') },
  { value: 'brisk', label: t('Brisk'), help: t('With time set free: about a fifth shorter. Audits do not hurry.') },
]

/** The state of a stretch in one badge: late first, then done, then critical. */
export function badgeOf({ state, critical, task }: Pick<Stretch, 'state' | 'critical' | 'task'>): Badge {
  if (isDone({ state, task })) return { tone: 'positive', label: t('Done') }
  if (task?.state === 'cancelled') return { tone: 'missing', label: t('Cancelled') }
  if (task?.overdue) return { tone: 'critical', label: t('Overdue') }
  if (critical) return { tone: 'caution', label: t('Critical') }
  return state === 'started' ? { tone: 'active', label: t('Started') } : { tone: 'neutral', label: t('Planned') }
}

export function isDone({ state, task }: Pick<Stretch, 'state' | 'task'>): boolean {
  return task ? task.state === 'done' : state === 'done'
}

/** The answer of `POST /plans/preview`; its tasks name the role where a kept plan names the person. */
export type Preview = Wire<PlanPreview>

export function stretchesOfPreview({ plan, owners }: Preview): Stretch[] {
  return plan.tasks.map(({ owner: role, ...rest }) => ({ ...rest, role, person: owners[role] ?? null, task: null }))
}

export function stretchesOf(road: Road): Stretch[] {
  return road.tasks.map(({ owner: person, ...rest }) => ({ ...rest, person }))
}

export function dueOf({ due, task }: Pick<Stretch, 'due' | 'task'>): string {
  return task?.doneOn ?? task?.dueOn ?? due
}

/** What was done before it was planned to begin began by then. */
export function startOf(it: Pick<Stretch, 'start' | 'due' | 'task'>): string {
  const end = dueOf(it)
  return it.start < end ? it.start : end
}

/** The planned end, where somebody moved the task since; null where it stands as planned. */
export function movedFrom({ due, task }: Pick<Stretch, 'due' | 'task'>): string | null {
  return task?.state === 'open' && task.dueOn !== null && task.dueOn !== due ? due : null
}

export function spanOf({ start, due }: { start: string; due: string }): string {
  return t('{from} to {to}', { from: showDate(start), to: showDate(due) })
}

/** What deserves a second look, in a sentence. */
export function cautionText(caution: Road['cautions'][number]): string {
  switch (caution.kind) {
    case 'stage-2-long-after-stage-1':
      return t('Stage 2 begins {months, number} months after stage 1. Many bodies hold stage 1 again after six.', {
        months: caution.months,
      })
    case 'closing-after-six-months':
      return t('Closing the nonconformities ends after {latest}. Majors must be verified closed within six months.', {
        latest: showDate(caution.latest),
      })
    case 'longer-than-usual':
      return t('It takes {months, number} months; six to eighteen are usual. People and records change meanwhile.', {
        months: caution.months,
      })
    case 'lapsed':
      return t('What you said about {tasks} is left out: nothing of it is open any more.', {
        tasks: caution.tasks.join(', '),
      })
  }
}
