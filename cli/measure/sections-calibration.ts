import type { CalibrationResult } from '@assay/engine'
import { type Curves, numbers, say, sayEstimate, type Section, type Table, text } from './document.ts'

type Calibrations = {
  overall: CalibrationResult
  attributes: { attribute: string[]; groups: CalibrationResult[] }[]
  mode: string
}

/** Calibration: one table and one plot for everybody, and for each attribute. */
export function calibrationSections(result: object): Section[] {
  const { overall, attributes, mode } = calibrations(result)
  const note = mode === 'binned' ? 'Scores were counted on a grid: ranks within a bin are tied.' : undefined
  const all = [{ title: 'Calibration of everybody', groups: [overall] }]
  const by = attributes.map(({ attribute, groups }) => ({ title: `Calibration by ${attribute.join(' × ')}`, groups }))
  return [...all, ...by].map(({ title, groups }) => ({
    title,
    ...(note === undefined ? {} : { note }),
    table: tableOf(groups),
    plots: curvesOf(groups),
  }))
}

/** What the engine wrote into a record with calibration. */
function calibrations(result: object): Calibrations {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's own record
  return result as Calibrations
}

function tableOf(groups: CalibrationResult[]): Table {
  return {
    columns: [
      text('group'),
      numbers('rows'),
      numbers('Brier'),
      numbers('ECE'),
      numbers('ECE by chance'),
      numbers('slope'),
      numbers('intercept'),
      numbers('expected/observed'),
    ],
    rows: groups.map((it) => [
      nameOf(it.group),
      String(it.rows),
      say(it.brier, 4),
      say(it.equalWidth.error?.value, 4),
      say(it.equalWidth.error?.expected, 4),
      sayEstimate(it.cox.slope),
      sayEstimate(it.cox.intercept),
      sayEstimate(it.expectedToObserved),
    ]),
  }
}

function curvesOf(groups: CalibrationResult[]): Curves[] {
  const series = groups.flatMap(({ group, equalWidth }) => {
    const points = equalWidth.bins.flatMap(({ meanScore, observed }): [number, number][] =>
      meanScore === null || observed.value === null ? [] : [[meanScore, observed.value]],
    )
    return points.length === 0 ? [] : [{ name: nameOf(group), points }]
  })
  return series.length === 0
    ? []
    : [{ kind: 'curves', title: 'Calibration', x: 'mean score', y: 'observed share', series }]
}

function nameOf(group: (string | null)[]): string {
  return group.length === 0 ? 'everybody' : group.map((it) => it ?? '(no value)').join(' × ')
}
