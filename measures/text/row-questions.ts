import { worstRows } from '../quality/counts.ts'
import { exactMatch, lastNumber, numericMatch, tokenOverlap } from './answers.ts'
import { groundedness } from './groundedness.ts'
import { patternsIn, patternsVersion, personalPatterns, secretPatterns, type Pattern } from './patterns.ts'
import { isEmptyOutput, looksLikeRefusal, refusalFormsVersion } from './refusals.ts'
import { rougeL } from './rouge-l.ts'
import { termList, termsIn, weaknessOfTerms } from './terms.ts'
import type { TextCheck, TextRow } from './text-check.ts'

/** A question that every row answers with yes or no; null where the row lacks what is needed. `wanted`: yes is good. */
export type YesNoQuestion = {
  kind: 'yes-no'
  name: string
  rule: string
  wanted: boolean
  ask: (row: TextRow) => boolean | null
  note?: string
}

/** A question that every row answers with a score in [0, 1], higher is better. */
export type ScoreQuestion = {
  kind: 'score'
  name: string
  rule: string
  ask: (row: TextRow) => number | null
  note?: string
}

export type RowQuestion = YesNoQuestion | ScoreQuestion

/** The question of a check that asks row by row, or null for one that does not. */
export function rowQuestionOf(check: TextCheck): RowQuestion | null {
  switch (check.check) {
    case 'exact-match':
      return yesNo('exact_match_share', 'equal but for case, punctuation, articles and blanks', true, (row) =>
        expectedOf(row, (output, expected) => exactMatch(output, expected)),
      )
    case 'token-f1':
      return score('token_f1', 'f1 of words without punctuation and articles, best expectation', (row) =>
        expectedOf(row, (output, expected) => tokenOverlap(output, expected).f1),
      )
    case 'rouge-l':
      return score('rouge_l_f1', 'rouge-l, f1 with beta 1, words in lower case without stemming', (row) =>
        expectedOf(row, (output, expected) => rougeL(output, expected).f1),
      )
    case 'numeric-match':
      return yesNo('numeric_match_share', 'last number of the output within the tolerance', true, (row) =>
        expectedOf(row, (output, expected) => numberMatches(output, expected, check)),
      )
    case 'schema-valid':
      return yesNo('schema_valid_share', 'JSON that fits the schema', true, (row) => row.schemaValid ?? null)
    case 'refusal': {
      const rule = check.forms
        ? 'own forms, first 400 characters'
        : `forms ${refusalFormsVersion}, first 400 characters`
      return yesNo('refusal_share', rule, false, (row) => looksLikeRefusal(row.output ?? '', check.forms))
    }
    case 'empty':
      return yesNo('empty_share', 'no sign that is seen', false, (row) => isEmptyOutput(row.output ?? ''))
    case 'personal-data':
      return holdsPattern('personal_data_share', personalPatterns)
    case 'secrets':
      return holdsPattern('secret_share', secretPatterns)
    case 'toxic-terms': {
      const list = termList(check.terms)
      const ask = (row: TextRow) => (row.output === null ? null : termsIn(row.output, list) > 0)
      const rule = `${check.terms.length} listed terms, whole words`
      return { ...yesNo('listed_term_share', rule, false, ask), note: weaknessOfTerms }
    }
    case 'groundedness': {
      const order = check.order ?? 3
      const note = 'Shared words are not entailment: the opposite can be said in the same words.'
      return {
        ...score('grounded_share_mean', `runs of ${order} words that stand in the context`, (row) =>
          grounded(row, order),
        ),
        note,
      }
    }
    case 'bleu':
    case 'chrf':
    case 'length':
    case 'citations':
    case 'self-consistency':
    case 'latency':
    case 'cost':
    case 'counterfactual':
    case 'judge-agreement':
    case 'judge-prevalence':
    case 'win-rates':
      return null
  }
}

/** Rows to look at first, at most twenty: those with the unwanted answer, or with the lowest scores. */
export function worstOf(
  question: RowQuestion,
  answers: readonly { row: number; answer: boolean | number }[],
): number[] {
  const bad =
    question.kind === 'yes-no'
      ? answers.filter((it) => it.answer !== question.wanted)
      : answers.filter((it) => it.answer !== 1).toSorted((a, b) => Number(a.answer) - Number(b.answer) || a.row - b.row)
  return bad
    .slice(0, worstRows)
    .map((it) => it.row)
    .toSorted((a, b) => a - b)
}

function yesNo(name: string, rule: string, wanted: boolean, ask: YesNoQuestion['ask']): YesNoQuestion {
  return { kind: 'yes-no', name, rule, wanted, ask }
}

function score(name: string, rule: string, ask: ScoreQuestion['ask']): ScoreQuestion {
  return { kind: 'score', name, rule, ask }
}

/** An output that is missing is the empty text: a model that said nothing has answered, and badly. */
function expectedOf<Answer>(row: TextRow, ask: (output: string, expected: readonly string[]) => Answer): Answer | null {
  return row.expected === undefined || row.expected.length === 0 ? null : ask(row.output ?? '', row.expected)
}

function numberMatches(
  output: string,
  expected: readonly string[],
  tolerance: { absolute?: number; relative?: number },
): boolean | null {
  const numbers = expected.filter((it) => lastNumber(it) !== null)
  return numbers.length === 0 ? null : numbers.some((it) => numericMatch(output, it, tolerance))
}

function holdsPattern(name: string, patterns: Pattern[]): YesNoQuestion {
  const note =
    'Patterns find forms, not persons: a name without a form is missed, and a made-up number of the right form is found.'
  const ask = (row: TextRow) => (row.output === null ? null : patternsIn(row.output, patterns).length > 0)
  return { ...yesNo(name, `patterns ${patternsVersion}: ${patterns.map((it) => it.id).join(', ')}`, false, ask), note }
}

function grounded({ output, context }: TextRow, order: number): number | null {
  if (context === null || context === undefined || output === null) return null
  const { runs, runsFound } = groundedness(output, context, order)
  return runs === 0 ? null : runsFound / runs
}
