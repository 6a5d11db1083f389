import { dayIn } from '#platform/documents/index.ts'
import { forbidden, notFound, type Refusals, stale } from '#platform/http/problem.ts'
import type { PlanRefusal } from './model.ts'
import { road } from './rules/road.ts'

export const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'no-such-reference': [422, 'Somebody named here has no place in this organization. Correct the fields named below.'],
  'not-a-draft': [
    409,
    'Only a draft can be changed, adopted or discarded. Plan again: a new draft goes on from the adopted plan.',
  ],
  'not-discarded': [409, 'This plan was not discarded, so there is nothing to restore.'],
  outdated: [
    409,
    'Something has moved since this draft was calculated. Recalculate it, look at what moves, then adopt it.',
  ],
  'goes-in-a-circle': [
    409,
    'Its tasks would wait for each other. Take out a dependency that was added to them by hand.',
  ],
  'not-open': [409, 'A task of the adopted plan was closed at the same moment. Recalculate the draft.'],
  'too-early': [
    422,
    'The wished date cannot hold the road. Choose the first date that can, named below, or a later one; or shorten what takes long.',
  ],
  'unknown-task': [422, 'The road has no such task. Correct what is named below.'],
  'unknown-requirement': [422, 'The road has no task for a requirement that is open. Tell who maintains Assay.'],
  'hard-order': [422, 'The order of the road cannot be changed here. Keep the dependency that is named below.'],
  cycle: [422, 'These tasks would wait for each other in a circle. Take one of the dependencies out.'],
  'done-in-future': [422, 'What is done was done today or before. Correct the day named below.'],
  'done-before-started': [422, 'A task cannot end before it began. Correct the days named below.'],
  'started-in-future': [422, 'What has begun began today or before. Correct the day named below.'],
  'out-of-order': [422, 'This cannot have begun before what must come first was over. Correct the days named below.'],
  'not-a-working-day': [422, 'A date falls on a weekend. Take the nearest working day, named below.'],
  'pin-in-past': [422, 'A date lies in the past. Take the earliest one, named below, or a later one.'],
  'pin-ends-before-start': [422, 'A task would end before it begins. Correct the dates named below.'],
  'pin-before-dependency': [
    422,
    'A date lies before what the task waits for is over. Take the earliest one, named below, or move that first.',
  ],
  'pin-too-tight': [422, 'There is too little time for this task. Take the earliest end, named below, or a later one.'],
  'too-short': [422, 'This takes at least as long as named below; it cannot be shortened by planning.'],
} as const satisfies Refusals

type Problem = { path: string; message: string }
export type ExplainedRefusal = PlanRefusal & { problems: Problem[] }

/** A refusal of the rules with the field that it is about and a sentence that names the possible date. */
export function explain(refusal: PlanRefusal): ExplainedRefusal {
  return { ...refusal, problems: [problemOf(refusal)] }
}

function problemOf(it: PlanRefusal): Problem {
  switch (it.kind) {
    case 'too-early':
      return {
        path: 'schedule.wishedDate',
        message: `The wished date cannot hold the road: the first decision that this plan allows is on ${shown(it.earliest)}.`,
      }
    case 'unknown-task':
      return { path: 'changes', message: `There is no task “${it.task}”.` }
    case 'unknown-requirement':
      return { path: 'openRefs', message: `No task serves ${it.ref}.` }
    case 'hard-order':
      return at(it.task, 'dependsOn', `${named(it.task)} always comes after ${named(it.needs)}.`)
    case 'cycle':
      return { path: 'changes', message: `The circle: ${it.tasks.map(named).join(' → ')}.` }
    case 'done-in-future':
      return at(it.task, 'done.on', `${named(it.task)} cannot be done on a day to come.`)
    case 'done-before-started':
      return at(it.task, 'done.startedOn', `${named(it.task)} would have ended before it began.`)
    case 'started-in-future':
      return at(it.task, 'startedOn', `${named(it.task)} cannot have begun on a day to come.`)
    case 'out-of-order':
      return at(it.task, 'startedOn', `${named(it.task)} needs ${named(it.needs)} to be done first.`)
    case 'not-a-working-day':
      return at(
        it.task,
        'pin',
        `${named(it.task)}: ${shown(it.date)} is no working day; the nearest is ${shown(it.nearest)}.`,
      )
    case 'pin-in-past':
      return at(it.task, 'pin.start', `${named(it.task)} can begin on ${shown(it.earliest)} at the earliest.`)
    case 'pin-ends-before-start':
      return at(it.task, 'pin', `${named(it.task)} would end before it begins.`)
    case 'pin-before-dependency':
      return at(
        it.task,
        'pin.start',
        `${named(it.task)} waits for ${named(it.dependency)} and can begin on ${shown(it.earliest)} at the earliest.`,
      )
    case 'pin-too-tight':
      return at(it.task, 'pin.due', `${named(it.task)} can end on ${shown(it.earliestDue)} at the earliest.`)
    case 'too-short':
      return at(it.task, 'pin', `${named(it.task)} takes at least ${it.minimumDays} working days.`)
  }
}

function at(task: string, field: string, message: string): Problem {
  return { path: `changes.${task}.${field}`, message }
}

function named(key: string): string {
  return `“${road.find((it) => it.key === key)?.title ?? key.replace('close:', 'Close what is open in ')}”`
}

/** A day as people read it: "3 Mar 2027". The refusal's own members keep the machine's form. */
function shown(day: string): string {
  return dayIn('en', day)
}
