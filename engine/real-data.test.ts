import type { BesideRealised, CategoryDrift, LocalLaw144, NumberDrift, PerformanceWithoutLabels } from '@assay/measures'
import { afterAll, describe, expect, it } from 'vitest'
import type { AttributeResult } from './kinds/fairness.ts'
import type { CalibrationResult } from './kinds/scored.ts'
import type { PlanInput } from './plan.ts'
import { dataset, reference, resultOf, runOf, scratch, sharedDatasets } from './testing.ts'

const at = scratch()
afterAll(at.remove)

type Interval = [number, number]
type Sensitive = {
  fairlearn_aggregates: Record<string, number>
  cells: Record<
    string,
    {
      n: number
      tp: number
      fp: number
      fn: number
      tn: number
      intervals_95: Record<string, { wilson: Interval | null }>
    }
  >
  pairwise: {
    reference: string
    vs_reference: Record<string, Record<string, { difference: number; ratio: number; diff_newcombe: Interval }>>
  }
  calibration_by_group: Record<string, Calibrated>
}
type Calibrated = {
  brier: number
  roc_auc: number
  equal_width_10: { ece: number }
  cox_calibration_slope: number
  cox_calibration_intercept: number
}
type Scored = { rows: number; sensitive: Record<string, Sensitive>; calibration_overall: Calibrated }

type Fairness = {
  attributes: AttributeResult[]
  scores?: { attributes: { attribute: string[]; groups: { group: string[]; auc: { value: number } }[] }[] }
  calibration?: { overall: CalibrationResult; attributes: { groups: CalibrationResult[] }[] }
}

/** Relative to 1e-9, the precision of the files being 12 digits. */
function close(actual: number | null | undefined, expected: number, what: string): void {
  expect(Math.abs((actual ?? Number.NaN) - expected), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(
    1e-9 * Math.max(1e-2, Math.abs(expected)),
  )
}

function sameGroups(result: AttributeResult, expected: Sensitive): void {
  expect(result.groups.map(({ group }) => group.join(' | ')).toSorted()).toEqual(
    Object.keys(expected.cells).map(plain).toSorted(),
  )
  for (const [name, cell] of Object.entries(expected.cells)) {
    const found = result.groups.find(({ group }) => group.join(' | ') === plain(name))
    expect(found, name).toMatchObject({ n: cell.n, tp: cell.tp, fp: cell.fp, fn: cell.fn, tn: cell.tn })
    for (const [metric, { wilson }] of Object.entries(cell.intervals_95)) {
      const rate = Object.entries(found?.rates ?? {}).find(([it]) => it === metric)?.[1]
      if (wilson === null || rate === undefined) continue
      close(rate.low, wilson[0], `${name} ${metric} low`)
      close(rate.high, wilson[1], `${name} ${metric} high`)
    }
  }
  for (const [name, metrics] of Object.entries(expected.pairwise.vs_reference)) {
    for (const [metric, pair] of Object.entries(metrics)) {
      const found = result.comparisons.find((it) => it.metric === metric && it.group.join(' | ') === plain(name))
      close(found?.difference.value, pair.difference, `${name} ${metric} difference`)
      close(found?.difference.low, pair.diff_newcombe[0], `${name} ${metric} low`)
      close(found?.difference.high, pair.diff_newcombe[1], `${name} ${metric} high`)
    }
  }
}

/** Groups of intersections are written as pandas writes tuples or with a bar. */
function plain(name: string): string {
  return name.replace(/^\('(.*)', '(.*)'\)$/, '$1 | $2')
}

describe.skipIf(!sharedDatasets)('on published data', () => {
  const propublica =
    "days_b_screening_arrest between -30 and 30 and is_recid != -1 and c_charge_degree != 'O' and score_text != 'N/A'"
  it.each([
    ['all_7214_no_filter', undefined, 7214, [44.85, 23.45], [27.99, 47.72]],
    ['propublica_filter_6172', propublica, 6172, [42.34, 22.01], [28.48, 49.64]],
  ])('gives the table of ProPublica and the counts of %s', async (population, filter, rows, fpr, fnr) => {
    const plan: PlanInput = {
      kind: 'fairness',
      label: 'two_year_recid',
      prediction: 'decile_score >= 5',
      by: ['race', 'sex', 'age_cat'],
      reference: { race: 'Caucasian' },
      ...(filter === undefined ? {} : { filter }),
    }
    const run = await runOf(at, plan, dataset('compas_two_years.csv'))
    expect(run.data[0]).toMatchObject({ rows: 7214, rowsUsed: rows })
    const expected = reference<Record<string, { sensitive: Record<string, Sensitive> }>>('compas.json')[population]
    const { attributes } = resultOf<Fairness>(run)
    for (const attribute of attributes) {
      const sensitive = expected?.sensitive[attribute.attribute.join(' x ')]
      if (sensitive !== undefined && attribute.attribute[0] === 'race') sameGroups(attribute, sensitive)
    }
    const [race] = attributes
    const percent = (group: string, rate: 'fpr' | 'fnr') =>
      Number((100 * (race?.groups.find((it) => it.group[0] === group)?.rates[rate].value ?? Number.NaN)).toFixed(2))
    expect(['African-American', 'Caucasian'].map((it) => percent(it, 'fpr'))).toEqual(fpr)
    expect(['African-American', 'Caucasian'].map((it) => percent(it, 'fnr'))).toEqual(fnr)
    close(
      race?.summary.demographic_parity_difference,
      expected?.sensitive['race']?.fairlearn_aggregates['demographic_parity_difference_between_groups'] ?? Number.NaN,
      'demographic parity',
    )
    close(
      race?.summary.equalized_odds_difference,
      expected?.sensitive['race']?.fairlearn_aggregates['equalized_odds_difference_between_groups'] ?? Number.NaN,
      'equalized odds',
    )
  })

  it.each([
    ['adult', 'adult_scored.csv.gz', ['sex', 'race']],
    ['german', 'german_scored.csv', ['sex', 'age_group']],
    ['bank', 'bank_scored.csv.gz', ['marital', 'age_group']],
  ])('gives the reference values of %s', async (name, file, by) => {
    const expected = reference<Scored>(`${name}.json`)
    const references = by.map((it): [string, string] => [it, expected.sensitive[it]?.pairwise.reference ?? ''])
    const plan: PlanInput = {
      kind: 'fairness',
      label: 'y_true',
      prediction: 'y_pred',
      score: 'score',
      by,
      reference: Object.fromEntries(references),
    }
    const run = await runOf(at, plan, dataset(file))
    const { attributes, calibration, scores } = resultOf<Fairness>(run)
    expect(run.data[0]?.rowsUsed).toBe(expected.rows)
    for (const [index, attribute] of attributes.entries()) {
      const sensitive = expected.sensitive[by[index] ?? '']
      if (sensitive === undefined) throw new Error(`no reference of ${by[index]}`)
      sameGroups(attribute, sensitive)
      for (const { group, auc } of scores?.attributes[index + 1]?.groups ?? []) {
        close(
          auc.value,
          sensitive.calibration_by_group[group[0] ?? '']?.roc_auc ?? Number.NaN,
          `AUC of ${group.join()}`,
        )
      }
    }
    const overall = calibration?.overall
    close(overall?.brier, expected.calibration_overall.brier, 'Brier')
    expect(overall?.cox.slope.value).toBeCloseTo(expected.calibration_overall.cox_calibration_slope, 6)
    expect(overall?.cox.intercept.value).toBeCloseTo(expected.calibration_overall.cox_calibration_intercept, 6)
  })

  it('gives the selection rates of the candidates without labels, and nothing that would need them', async () => {
    type Rates = Record<string, { n: number; selected: number; selection_rate: number }>
    const expected = reference<{ sex: Rates; race_ethnicity: Rates }>('ll144.json')
    const run = await runOf(
      at,
      { kind: 'fairness', prediction: 'selected', by: ['sex', 'race_ethnicity'] },
      dataset('ll144_candidates.csv'),
    )
    const { attributes } = resultOf<Fairness>(run)
    for (const { attribute, groups } of attributes) {
      const rates = attribute[0] === 'sex' ? expected.sex : expected.race_ethnicity
      for (const [name, { n, selected, selection_rate }] of Object.entries(rates)) {
        const found = groups.find(({ group }) => group[0] === name)
        expect(found?.rates.selection_rate).toMatchObject({ numerator: selected, denominator: n })
        close(found?.rates.selection_rate.value, selection_rate, name)
        expect(found?.rates.tpr).toMatchObject({ value: null, reason: 'the plan names no label' })
      }
    }
  })

  it('expects performance without labels near what the labels show', async () => {
    const plan: PlanInput = {
      kind: 'drift',
      score: 'score',
      prediction: 'y_pred',
      label: 'y_true',
      by: ['sex'],
      columns: ['score'],
    }
    const file = dataset('adult_scored.csv.gz')
    const run = await runOf(at, plan, { reference: file, data: file })
    type Expected = { withoutLabels: PerformanceWithoutLabels; realised: BesideRealised[] }
    const { withoutLabels, realised } = resultOf<Expected>(run)
    expect(withoutLabels.groups.map(({ key }) => key)).toEqual([['Female'], ['Male']])
    expect(realised.length).toBeGreaterThan(0)
    const accuracy = reference<{ sensitive: Record<string, { overall: { accuracy: number } }> }>('adult.json')
      .sensitive['sex']?.overall.accuracy
    const expected = withoutLabels.overall.metrics.accuracy.value
    expect(Math.abs((expected ?? 0) - (accuracy ?? 1))).toBeLessThan(0.005)
  })

  it('gives the tables of Local Law 144 with scoring rates above the exact median', async () => {
    type Expected = Record<
      string,
      { selection_rate: number; scoring_rate: number; impact_ratio_selection: number; impact_ratio_scoring: number }
    >
    const expected = reference<{ median_score_full_sample: number; sex: Expected; race_ethnicity: Expected }>(
      'll144.json',
    )
    const localLaw144 = { sex: 'sex', raceEthnicity: 'race_ethnicity', score: 'score' }
    const tables: ('four-fifths' | 'subgroups' | 'inequality' | 'conflicts')[] = [
      'four-fifths',
      'subgroups',
      'inequality',
      'conflicts',
    ]
    const plan: PlanInput = {
      kind: 'fairness',
      prediction: 'selected',
      by: ['sex', 'race_ethnicity'],
      localLaw144,
      tables,
    }
    const run = await runOf(at, plan, dataset('ll144_candidates.csv'))
    const { localLaw144: law, ...others } = resultOf<{
      localLaw144: LocalLaw144
      fourFifths: unknown[]
      subgroups: unknown
    }>(run)
    expect(Object.keys(others)).toEqual(expect.arrayContaining(['fourFifths', 'subgroups']))
    expect(Object.keys(others)).not.toContain('inequality')
    expect(law.scoring?.median).toBe(expected.median_score_full_sample)
    for (const [table, rates] of [
      ['sex', expected.sex],
      ['raceEthnicity', expected.race_ethnicity],
    ] as const) {
      for (const [name, wanted] of Object.entries(rates)) {
        const [selection, scoring] = [law.selection, law.scoring].map((it) =>
          it?.[table].rows.find(({ key }) => key[0] === name),
        )
        close(selection?.rate.value, wanted.selection_rate, `${name} selection`)
        close(scoring?.rate.value, wanted.scoring_rate, `${name} scoring`)
        close(selection?.toHighest?.ratio.value ?? 1, wanted.impact_ratio_selection, `${name} impact of selection`)
        close(scoring?.toHighest?.ratio.value ?? 1, wanted.impact_ratio_scoring, `${name} impact of scoring`)
      }
    }
  })

  it.each([
    ['exact' as const, 1e-9],
    ['binned' as const, 2e-3],
  ])('gives the drift of the pair in %s mode', async (mode, within) => {
    type Numbers = { ks_statistic: number; wasserstein: number; wasserstein_normed_ref_std_ddof0: number }
    type Categories = { chi2: number; jensen_shannon_distance_base2: number; total_variation: number }
    type Pair = { columns: Record<string, { kind: string; null_current: number; scipy: Numbers & Categories }> }
    const expected = reference<Pair>('drift_pair.json')
    const files = { reference: dataset('drift_reference.csv'), data: dataset('drift_current.csv') }
    const { columns } = resultOf<{ columns: (NumberDrift | CategoryDrift)[] }>(
      await runOf(at, { kind: 'drift', mode }, files),
    )
    expect(columns.map(({ column }) => column)).toEqual(Object.keys(expected.columns))
    for (const found of columns) {
      const { scipy, null_current } = expected.columns[found.column] ?? {}
      if (scipy === undefined) throw new Error(found.column)
      expect(found.nulls.current).toBeCloseTo((null_current ?? 0) / 4000, 12)
      const pairs: [number | undefined, number][] =
        found.kind === 'number'
          ? [
              [found.ks, scipy.ks_statistic],
              [found.wasserstein, scipy.wasserstein],
              [found.wasserstein_normalised ?? 0, scipy.wasserstein_normed_ref_std_ddof0],
            ]
          : [
              [found.js_distance_2, scipy.jensen_shannon_distance_base2],
              [found.total_variation, scipy.total_variation],
              [found.chi_square?.statistic, scipy.chi2],
            ]
      for (const [actual, wanted] of pairs) {
        expect(
          Math.abs((actual ?? Number.NaN) - wanted),
          `${found.column}: ${actual} for ${wanted}`,
        ).toBeLessThanOrEqual(within * Math.max(1, Math.abs(wanted)))
      }
    }
  })
})
