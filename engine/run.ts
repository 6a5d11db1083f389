import type { DriftReference, Verdict } from '@assay/measures'
import type { Message } from '@assay/measures/messages'
import type { MeasurementKind, Plan } from './plan.ts'
import type { Problem } from './sources/problem.ts'

/**
 * The record of a run. The same plan on the same files gives the same bytes, so it carries no instant, no path and no machine; whoever
 * files it adds who and when.
 */
export type Run = {
  schema: 'assay-run/1'
  kind: MeasurementKind
  /** The plan as run, with its defaults. */
  definition: Plan
  planSha256: string
  data: DataFile[]
  engine: { name: 'assay-engine'; version: string; rules: string }
  seed: number
  /** What the command line prints with `--json`; its shape depends on the kind. */
  result: RunResult
  verdict: RunVerdict
  /** Why the verdict is what it is: one line for each threshold that failed or could not be decided; of all where all passed. */
  reasons: string[]
  warnings: string[]
  /** Reasons and warnings as data, one for one: by code and values they are said in other languages. */
  messages: { reasons: Message[]; warnings: Message[] }
  surprises: Surprise[]
}

/** `not-decided`: the plan sets no threshold, so nothing was asked that could pass or fail. */
export type RunVerdict = Verdict | 'not-decided'

/** JSON of one kind of measurement; numbers are finite, undefined is null. */
export type RunResult = { [key: string]: JsonValue }
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }

export type DataRole = 'data' | 'reference' | 'current' | 'train' | 'test'

/** `name` is the file's own name without its folder. */
export type DataFile = {
  role: DataRole
  name: string
  sha256: string
  bytes: number
  rows: number
  /** After the filter, and without rows that lack a value the measure needs. */
  rowsUsed: number
  /** Rows that are not used, and why; `rows` is `rowsUsed` and all of these. */
  left: { why: string; rows: number }[]
}

export const surpriseCodes = [
  'byte-order-mark',
  'delimiter',
  'no-value-words',
  'not-finite',
  'leading-zeros',
  'spaces',
  'letter-case',
  'decimal-comma',
  'odd-values',
  'codes-as-numbers',
] as const
export type SurpriseCode = (typeof surpriseCodes)[number]

/** Something about a file that reads otherwise than its author may have meant. */
export type Surprise = {
  role: DataRole
  column: string | null
  /** What it is, for whoever says it in another language. */
  code: SurpriseCode
  what: string
  /** Some values as they stand in the file. */
  examples: string[]
  count: number | null
  /** What to write into the plan, or to do to the file. */
  settle: string
}

/** A run ends with its record, refuses its input, or was cancelled. Bugs throw. */
export type RunOutcome =
  | { ok: true; run: Run }
  | { ok: false; kind: 'refused'; problems: Problem[]; surprises: Surprise[] }
  | { ok: false; kind: 'cancelled' }

/** A frozen reference, and which file it was frozen from. */
export type FreezeOutcome =
  | { ok: true; reference: DriftReference; data: DataFile[]; surprises: Surprise[] }
  | Exclude<RunOutcome, { ok: true }>

/** Where the data lies: the file to measure, and for drift the file or frozen reference that it is compared with. */
export type RunFiles = { data: string; reference?: string; train?: string; test?: string }
