import type { Definition } from '@assay/server/rooms/risks/model.ts'

/** The fields of the form, each step's words under its number: `likelihood.0.name`. */
export type Values = Record<string, string>

export const mostSteps = 6

export function valuesOf(appetite: string, definition: Definition): Values {
  const values: Values = { appetite }
  for (const name of numbers) values[name] = String(definition[name])
  values['likelihoodSteps'] = String(definition.likelihood.length)
  values['consequenceSteps'] = String(definition.consequence.length)
  for (let index = 0; index < mostSteps; index += 1) {
    const [likelihood, consequence] = [definition.likelihood[index], definition.consequence[index]]
    values[`likelihood.${index}.name`] = likelihood?.name ?? ''
    values[`likelihood.${index}.meaning`] = likelihood?.meaning ?? ''
    for (const part of parts) values[`consequence.${index}.${part}`] = consequence?.[part] ?? ''
  }
  values['tolerance.currency'] = definition.tolerance?.currency ?? ''
  for (const index of toleranceRows) {
    const point = definition.tolerance?.points[index]
    values[toleranceField(index, 'chance')] = point ? String(Number((point.chance * 100).toPrecision(10))) : ''
    values[toleranceField(index, 'loss')] = point ? String(point.loss) : ''
  }
  return values
}

/** Chances are typed in per cent. */
export const toleranceRows = [0, 1, 2, 3] as const
export const toleranceField = (index: number, member: 'chance' | 'loss') => `tolerance.points.${index}.${member}`

/** Rows that were filled in; without any, no loss was said to be tolerated or not. */
function toleranceOf(values: Values): Definition['tolerance'] {
  const rows = toleranceRows.map((index) => ({
    chance: numberIn(values[toleranceField(index, 'chance')]) / 100,
    loss: numberIn(values[toleranceField(index, 'loss')]),
  }))
  const points = rows.filter(({ chance, loss }) => chance > 0 && loss > 0)
  return points.length > 0 ? { currency: (values['tolerance.currency'] ?? '').trim().toUpperCase(), points } : undefined
}

function numberIn(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))
}

export type ToleranceProblem = 'both' | 'number' | 'currency'

/** Rows that are filled in by half or hold no number, and a currency that is none. */
export function toleranceProblems(values: Values): Record<string, ToleranceProblem> {
  const found: Record<string, ToleranceProblem> = {}
  for (const index of toleranceRows) {
    const [chance, loss] = (['chance', 'loss'] as const).map((member) => toleranceField(index, member))
    if (chance === undefined || loss === undefined) continue
    const [first, second] = [values[chance]?.trim() ?? '', values[loss]?.trim() ?? '']
    if (first === '' && second === '') continue
    if (first === '') found[chance] = 'both'
    else if (!(numberIn(first) > 0 && numberIn(first) < 100)) found[chance] = 'number'
    if (second === '') found[loss] = 'both'
    else if (!(numberIn(second) > 0)) found[loss] = 'number'
  }
  const set = toleranceOf(values)
  if (set && !/^[A-Z]{3}$/.test(set.currency)) found['tolerance.currency'] = 'currency'
  return found
}

export function definitionOf(values: Values): Definition {
  const tolerance = toleranceOf(values)
  const text = (name: string) => values[name]?.trim() ?? ''
  const upTo = (name: string) => Array.from({ length: Number(values[name]) }, (_, index) => index)
  return {
    likelihood: upTo('likelihoodSteps').map((index) => ({
      name: text(`likelihood.${index}.name`),
      meaning: text(`likelihood.${index}.meaning`),
    })),
    consequence: upTo('consequenceSteps').map((index) => ({
      name: text(`consequence.${index}.name`),
      organization: text(`consequence.${index}.organization`),
      individuals: text(`consequence.${index}.individuals`),
      society: text(`consequence.${index}.society`),
    })),
    acceptableUpTo: Number(values['acceptableUpTo']),
    tolerableUpTo: Number(values['tolerableUpTo']),
    reviewMonths: Number(values['reviewMonths']),
    acceptanceMonths: Number(values['acceptanceMonths']),
    ...(tolerance && { tolerance }),
  }
}

/** The steps that are shown and still lack words. */
export function emptySteps(values: Values): string[] {
  const shown = [
    ...Array.from({ length: Number(values['likelihoodSteps']) }, (_, index) => [
      `likelihood.${index}.name`,
      `likelihood.${index}.meaning`,
    ]),
    ...Array.from({ length: Number(values['consequenceSteps']) }, (_, index) =>
      parts.map((part) => `consequence.${index}.${part}`),
    ),
  ].flat()
  return shown.filter((name) => (values[name] ?? '').trim() === '')
}

const numbers = ['acceptableUpTo', 'tolerableUpTo', 'reviewMonths', 'acceptanceMonths'] as const
export const parts = ['name', 'organization', 'individuals', 'society'] as const
