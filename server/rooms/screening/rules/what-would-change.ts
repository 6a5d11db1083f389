import type { WouldChange } from '../contract.ts'
import { isDeveloper } from './citations.ts'
import { contradictionsIn } from './contradictions.ts'
import { decide } from './decision.ts'
import {
  activityLabels,
  circumstanceLabels,
  decisionNames,
  factorLabels,
  greyAreaLabels,
  scenarioLabels,
  stageLabels,
} from './labels.ts'
import { type Profile, isOwn, pathOf } from './profile.ts'
import { scenariosOf } from './sectors.ts'
import * as words from './words.ts'

/** One answer changed: which, to what, and the statement of it ("if …"). */
type Flip = { answer: string; to: Profile; says: string }

/**
 * Every single answer whose change would change the decision, found by deciding again with that answer changed. What
 * must follow to keep the answers free of contradiction (a rating that falls to 0 with its activity) changes along.
 */
export function whatWouldChange(it: Profile): WouldChange[] {
  const now = decide(it).decision
  return flipsOf(it)
    .map(({ answer, to, says }) => ({ answer, says, to: answer.startsWith('factors.') ? to : consistent(to) }))
    .filter(({ to }) => contradictionsIn(to).length === 0)
    .map((flip) => ({ ...flip, decision: decide(flip.to).decision }))
    .filter(({ decision }) => decision !== now)
    .filter(isNearest)
    .map(({ answer, to, says, decision }) => {
      const changes = changesBetween(it, to)
      const along = changes.filter(({ path }) => path !== pathOf(it, answer)).map(sayAlong)
      const condition = along.length > 0 ? `${says} (${along.join(', ')})` : says
      const text = `If ${condition}, the decision would be ${decisionNames[decision]} instead of ${decisionNames[now]}.`
      return { answer: pathOf(it, answer), decision, condition, text, changes }
    })
}

function flipsOf(it: Profile): Flip[] {
  return [
    ...lists(it, 'activities', words.activities, activityLabels),
    ...lists(it, 'greyAreas', words.greyAreas, greyAreaLabels),
    ...lists(it, 'scenarios', scenariosOf(it.sector), scenarioLabels),
    ...lists(it, 'circumstances', words.circumstances, circumstanceLabels),
    ...ratings(it),
    ...deals(it),
    ...stages(it),
  ].filter(({ answer }) => isOwn(it, answer))
}

type ListAnswer = 'activities' | 'greyAreas' | 'scenarios' | 'circumstances'

const includes = (what: string) => (label: string, named: boolean) =>
  `${what} ${named ? 'no longer' : 'also'} included ${label}`

const listSays: Record<ListAnswer, (label: string, named: boolean) => string> = {
  activities: includes('what you do with AI'),
  greyAreas: includes('the grey areas'),
  scenarios: includes('your uses of AI'),
  circumstances: (label, named) => `it were ${named ? 'no longer' : 'also'} stated that ${label}`,
}

/** What changes along: a rating that falls with its activity, a grey area that an activity contradicts. */
function sayAlong({ path, from, to }: WouldChange['changes'][number]): string {
  const factor = words.factors.find((one) => path.endsWith(`.factors.${one}`))
  if (factor) return `with ${factorLabels[factor]} then rated ${String(to)}`
  const left = words.greyAreas.filter(
    (area) => Array.isArray(from) && from.includes(area) && !asList(to).includes(area),
  )
  return `then without ${left.map((area) => greyAreaLabels[area]).join(', ')} among the grey areas`
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function lists<const Word extends string>(
  it: Profile,
  answer: ListAnswer,
  all: readonly Word[],
  labels: Record<Word, string>,
): Flip[] {
  const chosen: readonly string[] = it[answer]
  return all.map((word) => {
    const named = chosen.includes(word)
    const to = named ? chosen.filter((other) => other !== word) : [...chosen, word]
    return {
      answer,
      to: { ...it, [answer]: to },
      says: listSays[answer](labels[word], named),
    }
  })
}

/** Nearest ratings first, so that the smallest change that changes the decision is the one named. */
function ratings(it: Profile): Flip[] {
  return words.factors.flatMap((factor) => {
    const now = it.factors[factor]
    const others = [0, 1, 2, 3]
      .filter((rating) => rating !== now)
      .toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))
    return others.map((rating) => ({
      answer: `factors.${factor}`,
      to: { ...it, factors: { ...it.factors, [factor]: rating } },
      says: `${factorLabels[factor]} were rated ${rating} instead of ${now}`,
    }))
  })
}

function deals(it: Profile): Flip[] {
  const to = it.dealsLost === 0 ? 1 : 0
  const says =
    to === 1 ? 'a deal were lost over AI-governance questions' : 'no deal had been lost over AI-governance questions'
  return [{ answer: 'dealsLost', to: { ...it, dealsLost: to }, says }]
}

function stages(it: Profile): Flip[] {
  const to = it.stage === 'early' ? 'established' : 'early'
  return [{ answer: 'stage', to: { ...it, stage: to }, says: `the stage were ${stageLabels[to]}` }]
}

/** Brings along what another answer forces: nothing rated as training without development, nothing trained in the untrained case. */
function consistent(it: Profile): Profile {
  const trains = it.activities.includes('trains-models') || it.activities.includes('fine-tunes')
  const greyAreas = trains ? it.greyAreas.filter((area) => area !== 'features-without-training') : it.greyAreas
  const factors = isDeveloper(it) ? it.factors : { ...it.factors, training: 0, trainingData: 0 }
  return { ...it, greyAreas, factors }
}

/** Of several ratings of one factor, only the first (the nearest) that changes the decision in its direction is named. */
function isNearest<F extends { answer: string; decision: string }>(flip: F, at: number, all: readonly F[]): boolean {
  if (!flip.answer.startsWith('factors.')) return true
  return all.findIndex(({ answer, decision }) => answer === flip.answer && decision === flip.decision) === at
}

function changesBetween(from: Profile, to: Profile): WouldChange['changes'] {
  const lists = ['activities', 'greyAreas', 'scenarios', 'circumstances', 'dealsLost', 'stage'] as const
  return [
    ...lists
      .filter((answer) => from[answer] !== to[answer] && String(from[answer]) !== String(to[answer]))
      .map((answer) => ({ path: pathOf(from, answer), from: from[answer], to: to[answer] })),
    ...words.factors
      .filter((factor) => from.factors[factor] !== to.factors[factor])
      .map((factor) => ({
        path: pathOf(from, `factors.${factor}`),
        from: from.factors[factor],
        to: to.factors[factor],
      })),
  ]
}
