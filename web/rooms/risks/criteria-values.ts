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
  return values
}

export function definitionOf(values: Values): Definition {
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
