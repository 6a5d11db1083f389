import { metricWords } from '@assay/measures/definitions'
import { at, listAt, numberAt, textAt } from '#kernel/json-places.ts'

/** The one number that stands for a result where there is room for one only: the farthest from what is wanted. */
export type Headline = { measure: string; value: number }

/**
 * Reads it out of the engine's result, which has another shape for each kind; where the plan sets limits, it is about the first
 * measure that has one. Null where the result has none of the places looked at: nothing is invented.
 */
export function headlineOf({
  kind,
  definition,
  result,
}: {
  kind: string
  definition: unknown
  result: unknown
}): Headline | null {
  const limited = listAt(definition, 'thresholds').flatMap((limit) => textAt(limit, 'metric') ?? [])
  switch (kind) {
    case 'fairness':
      return widestGap(result, limited)
    case 'performance':
      return first([...limited, 'accuracy'], (name) => ofEverybody(result, name))
    case 'calibration':
      return first([...limited, 'ece'], (name) => numberAt(result, 'overall', ...(placesOfCalibration[name] ?? [name])))
    case 'drift':
      return shareFailing('Columns that drifted', at(result, 'columns'))
    case 'quality':
      return shareFailing('Requirements not met', at(result, 'requirements'))
    default:
      return shareFailing('Checks not met', at(result, 'checks'))
  }
}

/** The difference farthest from nothing, of the first limited metric, else of any. */
function widestGap(result: unknown, [limited]: readonly string[]): Headline | null {
  let widest: Headline | null = null
  for (const attribute of listAt(result, 'attributes')) {
    for (const comparison of listAt(attribute, 'comparisons')) {
      const value = numberAt(comparison, 'difference', 'value')
      const metric = textAt(comparison, 'metric')
      if (value === null || metric === null || (limited !== undefined && metric !== limited)) continue
      if (widest !== null && Math.abs(value) <= Math.abs(widest.value)) continue
      const group = listAt(comparison, 'group').map(String).join(' × ')
      widest = { measure: `Difference in ${metricWords(metric)}, ${group}`, value }
    }
  }
  return widest
}

/** A rate, a composite or the AUC of the whole. */
function ofEverybody(result: unknown, name: string): number | null {
  const [group] = listAt(result, 'overall', 'groups')
  const [ranking] = listAt(result, 'overall', 'ranking')
  return (
    numberAt(group, 'rates', name, 'value') ??
    numberAt(group, 'composites', name, 'value') ??
    (name === 'auc' ? numberAt(ranking, 'auc', 'value') : null)
  )
}

const placesOfCalibration: Record<string, string[]> = {
  ece: ['equalWidth', 'error', 'value'],
  slope: ['cox', 'slope', 'value'],
  intercept: ['cox', 'intercept', 'value'],
  expected_observed_ratio: ['expectedToObserved', 'value'],
}

function first(names: readonly string[], read: (name: string) => number | null): Headline | null {
  for (const name of names) {
    const value = read(name)
    if (value !== null) return { measure: name, value }
  }
  return null
}

function shareFailing(measure: string, list: unknown): Headline | null {
  if (!Array.isArray(list) || list.length === 0) return null
  const failing = list.filter((one) => at(one, 'verdict') === 'fail').length
  return { measure: `${measure} (of ${list.length})`, value: failing }
}
