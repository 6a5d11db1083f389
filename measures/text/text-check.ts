import type { GroupValue } from '../cells.ts'
import type { QualityMeasure } from '../quality/result.ts'
import type { KappaWeights } from '../quality/cohen-kappa.ts'
import type { BleuSmoothing } from './bleu.ts'
import type { PairedComparison } from './paired.ts'

/**
 * One output of a model with what is known about it. `row` is its number in the file (1 is the first row of data). `expected` are texts of
 * which any is right. `pair` joins rows that answer the same thing as different `variant`s; `prompt` joins samples of one prompt. `judge` is
 * what a judge said and `judgeReference` what is true, or what another judge said. Latency and cost are in the units of the file.
 */
export type TextRow = {
  row: number
  output: string | null
  prompt?: string | null
  expected?: readonly string[]
  context?: string | null
  group?: readonly GroupValue[]
  pair?: string | null
  variant?: string | null
  /** The variant that this one was compared with; `judge` then names the winner, and anything else is a tie. */
  opponent?: string | null
  judge?: string | null
  judgeReference?: string | null
  latency?: number | null
  cost?: number | null
  /** Whether the output is JSON that fits its schema; counted by whoever can validate. */
  schemaValid?: boolean | null
}

/** What can be measured on outputs without any model or network. */
export type TextCheck =
  | { check: 'exact-match' }
  | { check: 'token-f1' }
  | { check: 'rouge-l' }
  | { check: 'bleu'; smoothing?: BleuSmoothing }
  | { check: 'chrf' }
  | { check: 'numeric-match'; absolute?: number; relative?: number }
  | { check: 'schema-valid' }
  | { check: 'refusal'; forms?: string[] }
  | { check: 'empty' }
  | { check: 'length' }
  | { check: 'personal-data' }
  | { check: 'secrets' }
  | { check: 'toxic-terms'; terms: string[] }
  | { check: 'groundedness'; order?: number }
  | { check: 'citations'; known?: string[] }
  | { check: 'self-consistency' }
  | { check: 'latency' }
  | { check: 'cost' }
  | { check: 'counterfactual'; positive?: string }
  | { check: 'judge-agreement'; weights?: KappaWeights; categories?: string[] }
  | { check: 'judge-prevalence'; positive: string }
  | { check: 'win-rates'; replicates?: number; seed?: number }

export type TextCheckName = TextCheck['check']

/** A number of a check; the same shapes as those of data quality. */
export type TextMeasure = QualityMeasure

/**
 * What one check has found: its numbers over all rows (the first is the one that it is about) and by group, variants compared in pairs
 * where there are two, examples by row number alone, and how many rows could not be asked. `rule` names how the number was made.
 */
export type TextFinding = {
  check: TextCheckName
  definition: TextCheck
  rule: string
  measures: TextMeasure[]
  groups: { group: readonly GroupValue[]; measures: TextMeasure[] }[]
  comparison: (PairedComparison & { firstVariant: string; secondVariant: string }) | null
  worst: number[]
  unasked: number
  note?: string
}
