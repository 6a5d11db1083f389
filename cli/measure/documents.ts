import type { Run } from '@assay/engine'
import { classifiedSections } from './sections-classified.ts'
import { calibrationSections } from './sections-calibration.ts'
import { checkSections, driftSections } from './sections-checks.ts'
import { askedSections } from './sections-fairness.ts'
import { tableSections } from './sections-tables.ts'
import { textSections } from './sections-texts.ts'
import { regressionSections } from './sections-regression.ts'
import { watchedSections } from './sections-without-labels.ts'
import type { Document, Section } from './document.ts'

const titles: Record<Run['kind'], string> = {
  fairness: 'Fairness',
  performance: 'Performance',
  calibration: 'Calibration',
  drift: 'Drift',
  quality: 'Data quality',
  llm: 'Language model output',
}

/** Everything that is told of a run. */
export function documentOf(run: Run): Document {
  return {
    title: `${titles[run.kind]} of ${run.data.map(({ name }) => name).join(' against ')}`,
    verdict: run.verdict,
    reasons: run.reasons,
    warnings: [...run.warnings, ...run.surprises.map(surpriseWords)],
    facts: factsOf(run),
    sections: sectionsOf(run),
  }
}

function sectionsOf(run: Run): Section[] {
  switch (run.kind) {
    case 'fairness':
      return [...classifiedSections(run), ...tableSections(run.result), ...askedSections(run.result)]
    case 'performance':
      return 'regression' in run.result ? regressionSections(run.result) : classifiedSections(run)
    case 'calibration':
      return calibrationSections(run.result)
    case 'drift':
      return [...driftSections(run.result), ...watchedSections(run.result)]
    case 'quality':
      return checkSections(run.result)
    case 'llm':
      return textSections(run.result)
  }
}

function factsOf({ data, definition, planSha256, engine, seed }: Run): [string, string][] {
  const files = data.flatMap(({ role, name, sha256, rows, rowsUsed, left }): [string, string][] => [
    [role, `${name}, ${rows} rows, ${rowsUsed} used${left.map((it) => `; ${it.rows} ${it.why}`).join('')}`],
    [`sha256 of ${role}`, sha256],
  ])
  const filter: [string, string][] = definition.filter === undefined ? [] : [['filter', definition.filter]]
  const reason: [string, string][] =
    definition.reason === undefined ? [] : [['reason for the measure', definition.reason]]
  return [
    ...files,
    ...filter,
    ...reason,
    ['sha256 of plan', planSha256],
    ['engine', `${engine.name} ${engine.version}, rules ${engine.rules}`],
    ['seed', String(seed)],
  ]
}

function surpriseWords({ role, column, what, examples, count, settle }: Run['surprises'][number]): string {
  const where = column === null ? role : `column "${column}"`
  const seen =
    examples.length === 0
      ? ''
      : ` (${examples.map((it) => `'${it}'`).join(', ')}${count === null ? '' : `; ${count} rows`})`
  return `${where}: ${what}${seen}; ${settle}`
}
