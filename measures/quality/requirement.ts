import type { Characteristic } from './characteristic.ts'
import type { QualityCheckName } from './check.ts'

/**
 * What somebody has asked of the data before it was measured. `columns` are those of the check, in its order. `measure` names one of the
 * numbers of the check where it has several (default: the first). `basis` says what the target is about: the rows of this very file, where
 * a count has no sampling error, or the population it was sampled from, where the whole interval must lie on the right side; without it, the
 * file for data and the population for samples (outputs of a model, labels that were checked or given twice). `setOn` is the
 * ISO day on which the requirement was set.
 */
export type Requirement = {
  characteristic: Characteristic
  check: QualityCheckName
  columns: string[]
  measure?: string
  target: Target
  basis?: 'file' | 'population'
  /** Fewer rows than this in the denominator decide nothing; default 1. */
  minimumRows?: number
  owner: string
  setOn: string
}

export type Target = { atMost: number } | { atLeast: number }

/** The answer to a requirement; `not-required` is a number that nobody has asked for beforehand. */
export type QualityVerdict = 'pass' | 'fail' | 'not-enough-data' | 'not-required'
