/** The one number that stands for a result where there is room for one only: the farthest from what is wanted. */
export type Headline = { measure: string; value: number; sampleSize: number | null }

/**
 * Reads it out of the engine's result, which has another shape for each kind. Null where the result has none of the places
 * looked at: nothing is invented.
 */
export function headlineOf(kind: string, result: unknown): Headline | null {
  switch (kind) {
    case 'fairness':
      return widestGap(result)
    case 'performance':
      return firstNumber(result, ['accuracy', 'balanced_accuracy', 'auc'])
    case 'calibration':
      return firstNumber(result, ['ece', 'brier'])
    case 'drift':
      return shareFailing('Columns that drifted', at(result, 'columns'))
    case 'quality':
      return shareFailing('Requirements not met', at(result, 'requirements'))
    default:
      return shareFailing('Checks not met', at(result, 'checks'))
  }
}

function widestGap(result: unknown): Headline | null {
  let widest: Headline | null = null
  for (const attribute of listAt(result, 'attributes')) {
    for (const comparison of listAt(attribute, 'comparisons')) {
      const value = at(at(comparison, 'difference'), 'value')
      const metric = at(comparison, 'metric')
      if (typeof value !== 'number' || typeof metric !== 'string') continue
      if (widest !== null && Math.abs(value) <= Math.abs(widest.value)) continue
      const group = listAt(comparison, 'group').map(String).join(' × ')
      widest = { measure: `Difference of ${metric}, ${group}`, value, sampleSize: null }
    }
  }
  return widest
}

/** A number by one of these names, however deep: `accuracy: 0.91`, or `accuracy: { value: 0.91, … }`. */
function firstNumber(result: unknown, names: readonly string[]): Headline | null {
  for (const name of names) {
    const value = search(result, name, 4)
    if (value !== null) return { measure: name, value, sampleSize: null }
  }
  return null
}

function search(value: unknown, name: string, depth: number): number | null {
  if (depth === 0 || typeof value !== 'object' || value === null) return null
  const direct: unknown = at(value, name)
  const number = typeof direct === 'number' ? direct : at(direct, 'value')
  if (typeof number === 'number') return number
  for (const inner of Object.values(value)) {
    const found = search(inner, name, depth - 1)
    if (found !== null) return found
  }
  return null
}

function shareFailing(measure: string, list: unknown): Headline | null {
  if (!Array.isArray(list) || list.length === 0) return null
  const failing = list.filter((one) => at(one, 'verdict') === 'fail').length
  return { measure: `${measure} (of ${list.length})`, value: failing, sampleSize: null }
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Reflect.get(value, key)
}

function listAt(value: unknown, key: string): unknown[] {
  const list = at(value, key)
  return Array.isArray(list) ? list : []
}
