import type { RegressionAttribute } from '@assay/engine'
import { numbers, say, sayEstimate, sayP, type Section, text } from './document.ts'

type Regression = { overall: RegressionAttribute; attributes: RegressionAttribute[] }

/** How far predicted numbers lie from what came out: of everybody, of each group, and how groups differ. */
export function regressionSections(result: object): Section[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine wrote this record
  const { regression } = result as { regression?: Regression }
  if (regression === undefined) return []
  return [regression.overall, ...regression.attributes].flatMap(sectionsOf)
}

function sectionsOf({ attribute, groups, differences }: RegressionAttribute): Section[] {
  const by = attribute.length === 0 ? 'of everybody' : `by ${attribute.join(' × ')}`
  const errors: Section = {
    title: `Errors ${by}`,
    note: 'In the unit of the label. Residual: label less prediction, so above 0 is predicted too low.',
    table: {
      columns: [
        text('group'),
        numbers('rows'),
        numbers('mean absolute error'),
        numbers('mean residual'),
        numbers('RMSE'),
        numbers('R²'),
      ],
      rows: groups.map((it) => [
        nameOf(it.group),
        String(it.rows),
        sayEstimate(it.mae),
        sayEstimate(it.meanResidual),
        say(it.rmse.value),
        say(it.r2.value),
      ]),
    },
    plots: [],
  }
  if (differences.length === 0) return [errors]
  return [
    errors,
    {
      title: `Differences of errors ${by}`,
      table: {
        columns: [text('measure'), text('group'), text('against'), numbers('difference'), numbers('adjusted p')],
        rows: differences.map((it) => [
          it.measure,
          nameOf(it.group),
          nameOf(it.reference),
          sayEstimate(it),
          sayP(it.pAdjusted),
        ]),
      },
      plots: [],
    },
  ]
}

function nameOf(group: (string | null)[]): string {
  return group.length === 0 ? 'everybody' : group.map((it) => it ?? '(no value)').join(' × ')
}
