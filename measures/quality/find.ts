import { characteristicOf, columnsOf, type QualityCheck } from './check.ts'
import type { QualityCounts } from './counts.ts'
import {
  anonymityMeasures,
  balanceMeasures,
  constancyMeasures,
  coverageMeasures,
  diversityMeasures,
  namedValues,
} from './from-frequencies.ts'
import { measuresOfGroups } from './from-groups.ts'
import { associationMeasures } from './from-pairs.ts'
import { agreementMeasures } from './from-ratings.ts'
import { measuresOfShare } from './from-shares.ts'
import { populationMeasures } from './population.ts'
import { ofSample } from './quality-measures.ts'
import type { QualityDetail, QualityFinding, QualityMeasure } from './result.ts'

/**
 * What the counts of a check say.
 *
 * @throws RangeError where the counts are of another kind than the check needs, or a parameter of the check is malformed
 */
export function findingOf(check: QualityCheck, counts: QualityCounts): QualityFinding {
  return {
    check: check.check,
    characteristic: characteristicOf[check.check],
    columns: columnsOf(check),
    definition: check,
    ...numbersOf(check, counts),
    worst: counts.worst,
  }
}

type Numbers = { measures: QualityMeasure[]; details: QualityDetail[] }

function numbersOf(check: QualityCheck, counts: QualityCounts): Numbers {
  switch (counts.kind) {
    case 'share': {
      const details: QualityDetail[] = counts.parts.length > 0 ? [{ kind: 'parts', parts: counts.parts }] : []
      const measures = measuresOfShare(check.check, counts)
      return { measures: check.check === 'gold-label-errors' ? ofSample(measures) : measures, details }
    }
    case 'groups':
      return measuresOfGroups(counts)
    case 'frequencies':
      return numbersOfFrequencies(check, counts)
    case 'pairs':
      if (check.check !== 'single-predictor' && check.check !== 'sensitive-proxy') break
      return { measures: associationMeasures(check.check, counts), details: [] }
    case 'ratings':
      return { measures: ofSample(agreementMeasures(counts)), details: [] }
  }
  throw new RangeError(`${check.check} is not counted as ${counts.kind}`)
}

function numbersOfFrequencies(check: QualityCheck, counts: QualityCounts & { kind: 'frequencies' }): Numbers {
  if (check.check === 'population-shares') return populationMeasures(counts, check.population)
  if (check.check === 'k-anonymity' || check.check === 'l-diversity')
    return { measures: anonymityMeasures(check, counts), details: [] }
  if (check.check === 'grid-coverage') return { measures: coverageMeasures(counts), details: [] }
  const details = [namedValues(counts)]
  if (check.check === 'class-balance' || check.check === 'group-balance')
    return { measures: balanceMeasures(counts), details }
  if (check.check === 'diversity') return { measures: diversityMeasures(counts), details }
  if (check.check === 'constant-column') return { measures: constancyMeasures(counts), details }
  throw new RangeError(`${check.check} is not counted as ${counts.kind}`)
}
