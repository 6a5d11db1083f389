import {
  activityLabels,
  circumstanceLabels,
  factorLabels,
  greyAreaLabels,
  scenarioLabels,
  stageLabels,
} from './labels.ts'
import { type Profile, pathOf } from './profile.ts'
import type { Activity, Circumstance, Factor, GreyArea, Scenario } from './words.ts'
import { developerActivities } from './words.ts'

/** An answer that a reason rests on: where it stands and what it says, in plain words. */
export type Citation = { path: string; says: string }

/** One place where a rule looks: it finds citations there, or can say what stands there instead. */
export type Look = { at: string; finds: (it: Profile) => string[]; misses: (it: Profile) => string }

/** Where lists of answers stand, as a person would say it. */
const listNames = {
  activities: 'among what you do with AI',
  greyAreas: 'among the grey areas',
  scenarios: 'among your uses of AI',
} as const

const among = <Word extends string>(
  at: keyof typeof listNames,
  words: readonly Word[],
  chosen: (it: Profile) => readonly Word[],
  labels: Record<Word, string>,
): Look => ({
  at,
  finds: (it) => words.filter((word) => chosen(it).includes(word)).map((word) => `${labels[word]} is named`),
  misses: () =>
    words.length === 1
      ? `${words.map((word) => labels[word]).join()} is not named ${listNames[at]}`
      : `none of these is named ${listNames[at]}: ${words.map((word) => labels[word]).join(', ')}`,
})

export const activitiesAmong = (words: readonly Activity[]): Look =>
  among('activities', words, (it) => it.activities, activityLabels)

export const greyAreasAmong = (words: readonly GreyArea[]): Look =>
  among('greyAreas', words, (it) => it.greyAreas, greyAreaLabels)

export const scenariosAmong = (words: readonly Scenario[]): Look =>
  among('scenarios', words, (it) => it.scenarios, scenarioLabels)

export const circumstance = (word: Circumstance): Look => ({
  at: 'circumstances',
  finds: (it) => (it.circumstances.includes(word) ? [`it is stated that ${circumstanceLabels[word]}`] : []),
  misses: () => `it is not stated that ${circumstanceLabels[word]}`,
})

/** A rating that reaches `least`. */
export const rated = (factor: Factor, least: 1 | 2): Look => {
  const says = (it: Profile) => `${factorLabels[factor]} is rated ${it.factors[factor]} of 3`
  return { at: `factors.${factor}`, finds: (it) => (it.factors[factor] < least ? [] : [says(it)]), misses: says }
}

export const dealsLost: Look = {
  at: 'dealsLost',
  finds: (it) => (it.dealsLost === 0 ? [] : [`deals lost over AI-governance questions: ${it.dealsLost}`]),
  misses: () => 'no deal was lost over AI-governance questions',
}

export const earlyStage: Look = {
  at: 'stage',
  finds: (it) => (it.stage === 'early' ? [`the stage is ${stageLabels.early}`] : []),
  misses: (it) => `the stage is ${stageLabels[it.stage]}`,
}

/** What makes an AI developer: a developer activity, or a grey area that counts as one. */
export const development: readonly Look[] = [
  activitiesAmong(developerActivities),
  greyAreasAmong(['fine-tunes-vendor-model', 'custom-pipelines']),
]

export function found(it: Profile, looks: readonly Look[]): Citation[] {
  return looks.flatMap((look) => look.finds(it).map((says) => ({ path: pathOf(it, look.at), says })))
}

export function missed(it: Profile, looks: readonly Look[]): Citation[] {
  return looks.map((look) => ({ path: pathOf(it, look.at), says: look.misses(it) }))
}

export function isDeveloper(it: Profile): boolean {
  return found(it, development).length > 0
}
