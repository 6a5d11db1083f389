/** What a larger value means: better, worse, only good near `ideal`, or nothing by itself. */
export type Direction = 'higher' | 'lower' | 'closer' | 'none'

/**
 * What a number is called, how it is made, and how it is to be read. `rule` is the version of the formula: it rises when the same counts
 * would give another number, so that an old result keeps its meaning. `range` has null where there is no bound.
 */
export type MetricDefinition = {
  id: string
  name: string
  aliases: string[]
  formula: string
  rule: number
  denominator: string
  undefinedWhen: string
  interval: string
  direction: Direction
  ideal: number | null
  range: [number | null, number | null]
}

export const onRows = 'rows of the group'
export const onPositives = 'rows with the favourable label'
export const onNegatives = 'rows with the unfavourable label'
export const onSelected = 'rows with the favourable decision'
export const onRejected = 'rows with the unfavourable decision'
