import { worstRows } from '../quality/counts.ts'
import { completeShareOf, estimatedQuantity, quantityOf, shareOf } from '../quality/quality-measures.ts'
import type { QuantityUnit } from '../quality/result.ts'
import { bleu } from './bleu.ts'
import { chrf } from './chrf.ts'
import { citationsAgainst } from './citations.ts'
import { agreementOf, disagreementsOf, prevalenceOf, ratedTwice } from './judge-findings.ts'
import { consistencyOf } from './self-consistency.ts'
import { summaryOfNumbers } from './summary.ts'
import type { TextCheck, TextMeasure, TextRow } from './text-check.ts'
import { normalisedAnswer } from './tokens.ts'
import { pairsOf, variantsOf } from './variants.ts'
import { duelOf, winMeasures } from './win-rates.ts'

/** A question that is asked of many rows together. */
export type CorpusQuestion = {
  rule: string
  /** Whether a row has what is needed. */
  asks: (row: TextRow) => boolean
  measure: (rows: readonly TextRow[]) => TextMeasure[]
  worst?: (rows: readonly TextRow[]) => number[]
  note?: string
}

/** The question of a check that asks rows together, or null for one that asks row by row. */
export function corpusQuestionOf(check: TextCheck): CorpusQuestion | null {
  switch (check.check) {
    case 'bleu': {
      const options = check.smoothing === undefined ? {} : { smoothing: check.smoothing }
      const measure = (rows: readonly TextRow[]) => [score('bleu', bleu(textPairs(rows), options).value)]
      return { rule: `${bleu([], options).rule}, tokens 13a`, asks: hasExpected, measure }
    }
    case 'chrf':
      return { rule: chrf([]).rule, asks: hasExpected, measure: (rows) => [score('chrf', chrf(textPairs(rows)).value)] }
    case 'length':
      return numbers('characters', 'code points of the output', (row) =>
        row.output === null ? null : [...row.output].length,
      )
    case 'latency':
      return numbers('as-given', 'as given in the file', (row) => row.latency ?? null)
    case 'cost':
      return numbers('as-given', 'as given in the file', (row) => row.cost ?? null)
    case 'citations':
      return citations(check.known)
    case 'self-consistency':
      return {
        rule: 'answers equal but for case, punctuation, articles and blanks; prompts with two samples or more',
        asks: (row) => typeof row.prompt === 'string' && row.output !== null,
        measure: consistencyMeasures,
      }
    case 'counterfactual':
      return {
        rule: 'pairs of two variants; an answer flips when it differs but for case, punctuation, articles and blanks',
        asks: (row) => typeof row.pair === 'string' && typeof row.variant === 'string' && row.output !== null,
        measure: flipMeasures,
        worst: (rows) =>
          flipped(rows)
            .slice(0, worstRows)
            .toSorted((a, b) => a - b),
      }
    case 'judge-agreement':
      return {
        rule: `cohen's kappa, weights ${check.weights ?? 'none'}, of judge and reference`,
        asks: (row) => ratedTwice([row]).length > 0,
        measure: (rows) => agreementOf(check, rows),
        worst: disagreementsOf,
      }
    case 'judge-prevalence':
      return {
        rule: 'rogan-gladen; rows with a reference are the calibration sample',
        asks: (row) => typeof row.judge === 'string' && row.judge.trim() !== '',
        measure: (rows) => prevalenceOf(check, rows),
        note: 'It holds only if the judge errs on all rows as on those with a reference.',
      }
    case 'win-rates':
      return {
        rule: `bradley-terry by maximum likelihood, ${check.replicates ?? 2_000} bootstrap draws, seed ${check.seed ?? 42}`,
        asks: (row) => duelOf(row) !== null,
        measure: (rows) => winMeasures(check, rows),
        note: 'Strengths are on the log-odds scale with mean 0; a share counts a tie as half.',
      }
    case 'exact-match':
    case 'token-f1':
    case 'rouge-l':
    case 'numeric-match':
    case 'schema-valid':
    case 'refusal':
    case 'empty':
    case 'personal-data':
    case 'secrets':
    case 'toxic-terms':
    case 'groundedness':
      return null
  }
}

function score(name: string, value: number | null): TextMeasure {
  return quantityOf(name, 'score', value, 'no output has an expected text')
}

function hasExpected({ expected }: TextRow): boolean {
  return expected !== undefined && expected.length > 0
}

function textPairs(rows: readonly TextRow[]): { output: string; expected: readonly string[] }[] {
  return rows.map((it) => ({ output: it.output ?? '', expected: it.expected ?? [] }))
}

function numbers(unit: QuantityUnit, rule: string, value: (row: TextRow) => number | null): CorpusQuestion {
  const finite = (row: TextRow) => {
    const it = value(row)
    return it !== null && Number.isFinite(it) ? it : null
  }
  return {
    rule: `${rule}; quantiles by nearest rank`,
    asks: (row) => finite(row) !== null,
    measure(rows) {
      const { count, total, mean, median, p95, least, most } = summaryOfNumbers(rows.flatMap((it) => finite(it) ?? []))
      const without = 'there are no values'
      return [
        estimatedQuantity('median', unit, median),
        estimatedQuantity('mean', unit, mean),
        estimatedQuantity('p95', unit, p95),
        quantityOf('total', unit, count === 0 ? null : total, without),
        quantityOf('least', unit, least, without),
        quantityOf('most', unit, most, without),
      ]
    },
  }
}

/** Known sources are those of the plan or else the ids that stand in brackets in the row's own context. */
function citations(known: string[] | undefined): CorpusQuestion {
  const everywhere = known === undefined ? null : new Set(known)
  const found = (row: TextRow) => citationsAgainst(row.output ?? '', everywhere ?? bracketed(row.context ?? ''))
  return {
    rule: `ids in square brackets, against ${known === undefined ? 'the ids in brackets in the context' : `${known.length} known ids`}`,
    asks: (row) => row.output !== null && (everywhere !== null || typeof row.context === 'string'),
    measure(rows) {
      const all = rows.map(found)
      const cited = all.reduce((sum, it) => sum + it.cited, 0)
      const existing = all.reduce((sum, it) => sum + it.existing, 0)
      const citing = all.filter((it) => it.cited > 0)
      return [
        shareOf('existing_share', { numerator: existing, denominator: cited }, 'nothing is cited'),
        shareOf('citing_share', { numerator: citing.length, denominator: rows.length }),
        shareOf(
          'sound_share',
          { numerator: citing.filter((it) => it.existing === it.cited).length, denominator: citing.length },
          'nothing is cited',
        ),
      ]
    },
    worst: (rows) =>
      rows
        .filter((row) => found(row).existing < found(row).cited)
        .slice(0, worstRows)
        .map((it) => it.row),
    note: 'A source that exists need not say what it is cited for.',
  }
}

function bracketed(context: string): Set<string> {
  return new Set([...context.matchAll(/\[([^[\]\n]{1,200})\]/g)].map(([, id = '']) => id.trim()))
}

function consistencyMeasures(rows: readonly TextRow[]): TextMeasure[] {
  const prompts = new Map<string, string[]>()
  for (const { prompt, output } of rows) {
    if (typeof prompt !== 'string') continue
    const held = prompts.get(prompt)
    if (held) held.push(output ?? '')
    else prompts.set(prompt, [output ?? ''])
  }
  const repeated = [...prompts.values()].filter((it) => it.length > 1).map(consistencyOf)
  const sum = (pick: 'pairs' | 'samePairs') => repeated.reduce((total, it) => total + it[pick], 0)
  const without = 'no prompt has two samples'
  const same = repeated.filter((it) => it.modal === it.samples).length
  return [
    shareOf('consistent_prompt_share', { numerator: same, denominator: repeated.length }, without),
    completeShareOf('agreeing_pair_share', { numerator: sum('samePairs'), denominator: sum('pairs') }, without),
  ]
}

function flipMeasures(rows: readonly TextRow[]): TextMeasure[] {
  const variants = variantsOf(rows)
  const pairs = variants === null ? 0 : pairsOf(rows, variants).length
  const without = variants === null ? 'there are not just two variants' : 'no pair is complete'
  return [shareOf('flip_share', { numerator: flipped(rows).length, denominator: pairs }, without)]
}

/** The first rows of the pairs whose answers differ. */
function flipped(rows: readonly TextRow[]): number[] {
  const variants = variantsOf(rows)
  if (variants === null) return []
  return pairsOf(rows, variants)
    .filter(([a, b]) => normalisedAnswer(a.output ?? '') !== normalisedAnswer(b.output ?? ''))
    .map(([{ row }]) => row)
}
