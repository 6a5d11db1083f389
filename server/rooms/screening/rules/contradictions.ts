import type { Problem, ScreeningAnswers } from '../contract.ts'
import { isDeveloper } from './citations.ts'
import { type Profile, pathOf, profilesOf } from './profile.ts'
import { activityLabels, factorLabels, scenarioLabels, sectorLabels } from './labels.ts'
import { scenariosOf } from './sectors.ts'

/** Answers that cannot all be true: training rated without any developer activity, or its opposite. */
export function contradictionsIn(it: Profile): Problem[] {
  return [...ratedWithoutActivity(it), ...untrainedYetTraining(it), ...foreignScenarios(it)]
}

function ratedWithoutActivity(it: Profile): Problem[] {
  if (isDeveloper(it)) return []
  const against = pathOf(it, 'activities')
  const named = it.activities.length === 0 ? 'names no activity at all' : `names only ${it.activities.join(', ')}`
  return (['training', 'trainingData'] as const)
    .filter((factor) => it.factors[factor] > 0)
    .map((factor) => {
      const path = pathOf(it, `factors.${factor}`)
      const says = `${path} (${factorLabels[factor]}) is ${it.factors[factor]}`
      const remedy = `name the activity (${remedies[factor]}) or rate it 0`
      return { path, against, message: `${says}, but ${against} ${named}, which trains nothing: ${remedy}` }
    })
}

const remedies = {
  training: 'trains-models, fine-tunes, builds-architectures',
  trainingData: 'curates-datasets, trains-models, fine-tunes',
}

function untrainedYetTraining(it: Profile): Problem[] {
  if (!it.greyAreas.includes('features-without-training')) return []
  const path = pathOf(it, 'greyAreas')
  const against = pathOf(it, 'activities')
  return (['trains-models', 'fine-tunes'] as const)
    .filter((activity) => it.activities.includes(activity))
    .map((activity) => ({
      path,
      against,
      message: `${path} names features-without-training, but ${against} names ${activity} (${activityLabels[activity]}): leave out one of the two`,
    }))
}

function foreignScenarios(it: Profile): Problem[] {
  const own = scenariosOf(it.sector)
  return it.scenarios.flatMap((scenario, at) => {
    if (own.includes(scenario)) return []
    const rows = own.length === 0 ? 'which has no scenarios; give []' : `whose scenarios are ${own.join(', ')}`
    const message = `${scenario} (${scenarioLabels[scenario]}) is no scenario of organization.sector ${it.sector} (${sectorLabels[it.sector]}), ${rows}`
    return [{ path: `${pathOf(it, 'scenarios')}.${at}`, against: 'organization.sector', message }]
  })
}

/** Everything that contradicts itself in the answers, in the order of the answers. */
export function contradictionsOf(answers: ScreeningAnswers): Problem[] {
  const ids = (answers.systems ?? []).map(({ id }) => id)
  const twice = ids.flatMap((id, at) => {
    const first = ids.indexOf(id)
    if (first === at) return []
    return [
      {
        path: `systems.${at}.id`,
        against: `systems.${first}.id`,
        message: `"${id}" is already the id of systems.${first}`,
      },
    ]
  })
  return [...profilesOf(answers).flatMap(contradictionsIn), ...twice]
}
