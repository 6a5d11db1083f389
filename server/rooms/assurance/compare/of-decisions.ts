import { at, listAt, numberAt, textAt } from '#kernel/json-places.ts'
import { groupAt } from './group-at.ts'
import { limitAt, type MeasuredRow, sideOf, verdictAt } from './measured-row.ts'

const usualRates = ['selection_rate', 'base_rate', 'tpr', 'fpr', 'ppv', 'accuracy']

/** The rates of every group, and how far each lies from what it is compared with. */
export function fairnessRows(result: unknown, definition: unknown): MeasuredRow[] {
  const limited = listAt(definition, 'thresholds').flatMap((it) => textAt(it, 'metric') ?? [])
  // Without labels every other rate is undefined in every group.
  const rates = at(result, 'labelled') === false ? ['selection_rate'] : [...new Set([...limited, ...usualRates])]
  const gaps = limited.length > 0 ? [...new Set(limited)] : ['selection_rate', 'tpr', 'fpr']
  const list = textAt(definition, 'compareWith') === 'rest' ? 'comparisonsToRest' : 'comparisons'
  return listAt(result, 'attributes').flatMap((attribute) => {
    const of = texts(attribute, 'attribute')
    return [
      ...listAt(attribute, 'groups').flatMap((group) => ratesOf(group, rates, { part: 'group', of })),
      ...listAt(attribute, list)
        .filter((it) => gaps.includes(textAt(it, 'metric') ?? ''))
        .flatMap((it) => gapRows(it, { attribute, of, definition })),
    ]
  })
}

/** A gap as it is compared: one row for the difference and one for the ratio, where the plan limits that, else the difference alone. */
function gapRows(
  comparison: unknown,
  { attribute, of, definition }: { attribute: unknown; of: string[]; definition: unknown },
): MeasuredRow[] {
  const metric = textAt(comparison, 'metric') ?? ''
  const group = groupAt(comparison, 'group')
  const thresholds = listAt(definition, 'thresholds').filter((it) => textAt(it, 'metric') === metric)
  const compared = [...new Set(thresholds.map((it) => textAt(it, 'comparison') ?? 'difference'))]
  return (compared.length > 0 ? compared : ['difference']).map((how): MeasuredRow => {
    const member = listAt(attribute, 'judged', 'members').find(
      (it) =>
        textAt(it, 'rate') === metric &&
        textAt(it, 'compare') === how &&
        JSON.stringify(groupAt(it, 'group')) === JSON.stringify(group),
    )
    const margin = numberAt(
      thresholds.find((it) => (textAt(it, 'comparison') ?? 'difference') === how),
      'margin',
    )
    const least = margin === null ? null : how === 'ratio' ? margin : -margin
    const limit = margin === null ? null : { least, most: how === 'ratio' ? 1 / margin : margin }
    // Too few people to be shown: the judged estimate says so, and the comparison beside it has to keep it back too.
    const hidden = at(member, 'judgement', 'suppressed') === true
    return {
      part: 'gap',
      of,
      group,
      against: at(comparison, 'reference') === null ? [] : groupAt(comparison, 'reference'),
      measure: `${metric}_${how}`,
      unit: how === 'ratio' ? 'number' : 'share',
      stands: 'sample',
      side: sideOf(hidden ? at(member, 'estimate') : at(comparison, how), {
        verdict: verdictAt(member, 'judgement', 'verdict'),
        limit,
      }),
    }
  })
}

const composites = ['balanced_accuracy', 'f1', 'mcc']

/** Rates, what is made of them and the ranking, of everybody and of every group. */
export function performanceRows(result: unknown, definition: unknown): MeasuredRow[] {
  if (at(result, 'regression') !== undefined) return regressionRows(result, definition)
  const limited = listAt(definition, 'thresholds').flatMap((it) => textAt(it, 'metric') ?? [])
  const rates = [...new Set([...usualRates, ...limited])].filter((it) => it !== 'auc' && !composites.includes(it))
  return everyGroup(result).flatMap(({ attribute, of, part }) =>
    listAt(attribute, 'groups').flatMap((group): MeasuredRow[] => {
      const key = groupAt(group, 'group')
      const place = { part, of, group: key, against: null, stands: 'sample' as const }
      const ranking = listAt(attribute, 'ranking').find(
        (it) => JSON.stringify(groupAt(it, 'group')) === JSON.stringify(key),
      )
      return [
        ...ratesOf(group, rates, { part, of }),
        ...composites.map((name): MeasuredRow => {
          return { ...place, measure: name, unit: 'number', side: sideOf(at(group, 'composites', name)) }
        }),
        ...(ranking === undefined
          ? []
          : [{ ...place, measure: 'auc', unit: 'number' as const, side: sideOf(at(ranking, 'auc')) }]),
      ].map((row) => withThreshold(row, result, definition))
    }),
  )
}

const errors = { mae: 'mae', mean_residual: 'meanResidual', rmse: 'rmse', r2: 'r2' }

function regressionRows(result: unknown, definition: unknown): MeasuredRow[] {
  return everyGroup(at(result, 'regression')).flatMap(({ attribute, of, part }) =>
    listAt(attribute, 'groups').flatMap((group) =>
      Object.entries(errors).map(([measure, place]): MeasuredRow => {
        const side = sideOf(at(group, place))
        const key = groupAt(group, 'group')
        const row = { part, of, group: key, against: null, measure, unit: 'number' as const, side }
        return withThreshold({ ...row, stands: 'sample' }, result, definition)
      }),
    ),
  )
}

/** Errors of calibration, of everybody and of every group. */
export function calibrationRows(result: unknown, definition: unknown): MeasuredRow[] {
  const places: Record<string, string[]> = {
    ece: ['equalWidth', 'error'],
    slope: ['cox', 'slope'],
    intercept: ['cox', 'intercept'],
    brier: ['brier'],
    expected_observed_ratio: ['expectedToObserved'],
  }
  const overall = { attribute: [], groups: [at(result, 'overall')] }
  return everyGroup({ overall, attributes: at(result, 'attributes') }).flatMap(({ attribute, of, part }) =>
    listAt(attribute, 'groups').flatMap((group) =>
      Object.entries(places).map(([measure, path]): MeasuredRow => {
        const side = sideOf(at(group, ...path))
        const key = groupAt(group, 'group')
        const row = { part, of, group: key, against: null, measure, unit: 'number' as const, side }
        return withThreshold({ ...row, stands: 'sample' }, result, definition)
      }),
    ),
  )
}

type Place = { attribute: unknown; of: string[]; part: 'everybody' | 'group' }

function everyGroup(result: unknown): Place[] {
  const attributes = listAt(result, 'attributes').map((attribute): Place => {
    return { attribute, of: texts(attribute, 'attribute'), part: 'group' }
  })
  return [{ attribute: at(result, 'overall'), of: [], part: 'everybody' }, ...attributes]
}

function ratesOf(group: unknown, rates: string[], place: Pick<MeasuredRow, 'part' | 'of'>): MeasuredRow[] {
  return rates.map((measure) => ({
    ...place,
    group: groupAt(group, 'group'),
    against: null,
    measure,
    unit: 'share',
    stands: 'sample',
    side: sideOf(at(group, 'rates', measure)),
  }))
}

/** The answer to the first limit on this very number. */
function withThreshold(row: MeasuredRow, result: unknown, definition: unknown): MeasuredRow {
  const judged = listAt(result, 'thresholds').find(
    (it) =>
      textAt(it, 'metric') === row.measure &&
      JSON.stringify(texts(it, 'attribute')) === JSON.stringify(row.of) &&
      JSON.stringify(groupAt(it, 'group')) === JSON.stringify(row.group),
  )
  if (judged === undefined) return row
  const asked = listAt(definition, 'thresholds')[numberAt(judged, 'threshold') ?? -1]
  return { ...row, side: { ...row.side, verdict: verdictAt(judged, 'verdict'), limit: limitAt(asked) } }
}

function texts(value: unknown, name: string): string[] {
  return groupAt(value, name).map((it) => it ?? '')
}
