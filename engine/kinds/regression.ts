import {
  adjust,
  type Estimate,
  type GroupValue,
  type RegressionDifference,
  regressionDifferences,
  type RegressionPerformance,
  regressionPerformance,
  type RegressionSums,
} from '@assay/measures'
import { countResiduals, pooledResiduals } from '../count/count-residuals.ts'
import { columnNamed, filterOf } from '../count/resolve.ts'
import { warningsOfNobody } from '../messages.ts'
import type { PerformancePlan, PerformanceThreshold } from '../plan.ts'
import { attributesOf, groupingColumns } from './classified.ts'
import { judgeBound, type JudgedThreshold, verdictOver } from './judged.ts'
import type { Measured, RoleSource } from './measured.ts'

type Named = Omit<RegressionPerformance, 'key'> & { group: GroupValue[] }

/** Everybody, or the groups of one attribute, each compared with the largest of them. */
export type RegressionAttribute = {
  attribute: string[]
  groups: Named[]
  differences: (RegressionDifference & { pAdjusted: number | null })[]
}

/** Measures how far predicted numbers lie from what came out, for everybody and for each group. */
export async function measureRegression(plan: PerformancePlan, source: RoleSource): Promise<Measured> {
  const columns = groupingColumns(plan)
  const read = await countResiduals(source, {
    keys: columns.map((it) => columnNamed(source, 'by', it)),
    label: columnNamed(source, 'label', plan.label),
    prediction: columnNamed(source, 'prediction', plan.prediction),
    filter: filterOf(source, 'filter', plan.filter),
    missing: plan.missing,
  })
  const found = [[], ...attributesOf(plan)].map((attribute) => attributeOf(read.sums, columns, attribute, plan))
  const [overall, ...attributes] = found
  const judged = plan.thresholds.flatMap((bound, index) =>
    found
      .filter(({ attribute }) => bound.perGroup || attribute.length === 0)
      .flatMap(({ attribute, groups }) => groups.map((group) => judgeGroup(bound, index, { attribute, group }, plan))),
  )
  return {
    result: { task: 'regression', attributes: [], regression: { overall, attributes }, thresholds: judged },
    ...verdictOver(judged),
    warnings: warningsOfNobody(read.rowsUsed),
    surprises: [],
    used: [{ role: source.role, rows: read.rows, rowsUsed: read.rowsUsed, left: read.left }],
  }
}

function attributeOf(
  sums: RegressionSums[],
  columns: string[],
  attribute: string[],
  { confidence, ...plan }: PerformancePlan,
): RegressionAttribute {
  const pooled = pooledResiduals(
    sums,
    attribute.map((it) => columns.indexOf(it)),
  )
  const all = pooled.length === 0 && attribute.length === 0 ? [{ ...nobody }] : pooled
  const known = all.filter(({ key }) => !key.includes(null))
  const largest = known.reduce<RegressionSums | null>(
    (most, it) => (most !== null && most.rows >= it.rows ? most : it),
    null,
  )
  const others =
    largest === null || attribute.length === 0
      ? []
      : all.filter((it) => it !== largest && it.rows >= plan.minimumSize.show)
  const differences = others.flatMap((it) =>
    largest === null ? [] : regressionDifferences(it, largest, { confidence }),
  )
  const adjusted = adjust(
    differences.map(({ p }) => p),
    'holm',
  )
  return {
    attribute,
    groups: all.map((it) => named(it, confidence, plan.minimumSize.show)),
    differences: differences.map((it, at) => ({ ...it, pAdjusted: adjusted[at] ?? null })),
  }
}

const nobody: RegressionSums = {
  key: [],
  rows: 0,
  scale: 1,
  residuals: 0n,
  absolute: 0n,
  squares: 0n,
  labels: 0n,
  labelSquares: 0n,
}

function named(sums: RegressionSums, confidence: number, show: number): Named {
  const { key, ...rest } = regressionPerformance(sums, { confidence })
  if (rest.rows >= show || rest.rows === 0) return { group: key, ...rest }
  // One label of a single person could be read off its own error.
  const kept: Estimate = {
    value: null,
    low: null,
    high: null,
    method: null,
    reason: `fewer than ${show} rows, not shown`,
  }
  return { group: key, rows: rest.rows, mae: kept, rmse: kept, meanResidual: kept, r2: kept }
}

function judgeGroup(
  bound: PerformanceThreshold,
  index: number,
  { attribute, group }: { attribute: string[]; group: Named },
  plan: PerformancePlan,
): JudgedThreshold {
  const estimate = bound.metric === 'mae' ? group.mae : group.meanResidual
  const denominators = [{ counted: 'rows', count: group.rows }]
  return judgeBound(bound, index, { estimate, attribute, group: group.group, denominators }, plan)
}
