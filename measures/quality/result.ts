import type { GroupValue } from '../cells.ts'
import type { Estimate, Rate } from '../estimate.ts'
import type { Message } from '../messages/said.ts'
import type { Characteristic } from './characteristic.ts'
import type { QualityCheck, QualityCheckName } from './check.ts'
import type { Part } from './counts.ts'
import type { QualityVerdict, Requirement } from './requirement.ts'

/**
 * One number of a check under its own name. A share has its two counts and a Wilson interval; a quantity has a unit.
 * `sample`: the rows stand for more than themselves, so that a requirement is judged by the interval unless it says otherwise.
 */
export type QualityMeasure =
  | ({ kind: 'share'; name: string; sample?: true } & Rate)
  | ({ kind: 'quantity'; name: string; unit: QuantityUnit; sample?: true } & Estimate)

export type QuantityUnit =
  | 'ratio'
  | 'bits'
  | 'count'
  | 'rows'
  | 'days'
  | 'coefficient'
  | 'share'
  | 'probability'
  | 'score'
  | 'characters'
  | 'as-given'

/** What one check has found: its numbers (the first is the one that the check is about), what they are made of, and the answers. */
export type QualityFinding = {
  check: QualityCheckName
  characteristic: Characteristic
  columns: string[]
  definition: QualityCheck
  measures: QualityMeasure[]
  details: QualityDetail[]
  /** Row numbers of examples; never a value. */
  worst: number[]
}

/** A finding with its answer; one result for each requirement, or one without where there is none. */
export type QualityResult = QualityFinding & {
  requirement: Requirement | null
  judged: string
  verdict: QualityVerdict
  because: string
  /** the reason as data */
  message: Message
}

/** What a number is made of. Values held by few rows are not named, since they may point at a person. */
export type QualityDetail =
  | { kind: 'parts'; parts: Part[] }
  | { kind: 'groups'; columns: string[]; groups: { key: GroupValue[]; rate: Rate }[] }
  | {
      kind: 'values'
      columns: string[]
      values: { key: GroupValue[]; rows: number }[]
      unnamed: { values: number; rows: number }
    }
  | { kind: 'strata'; columns: string[]; strata: Stratum[] }

/** A stratum of a declared population: its share there and here, and the ratio of the two (1 is as in the population). */
export type Stratum = { key: GroupValue[]; declared: number; observed: Rate; ratio: Estimate }

/** Values held by fewer rows than this are counted but not named. */
export const rowsToBeNamed = 5
