/**
 * The neutral document: what a room hands over to be printed. It says what is there, never how it looks; the renderers
 * of this folder share one typographic system. Any text in it is data: no renderer reads it as markup.
 */

/** State colours. Steps 1 to 4 are one growing scale; colour never stands alone, a badge also has a word and a shape. */
export type Tone = 'step-1' | 'step-2' | 'step-3' | 'step-4' | 'good' | 'caution' | 'bad' | 'quiet' | 'note'

/** Circles fill by quarters along a scale; the other shapes stand beside the scale. */
export type Shape =
  | 'circle-0'
  | 'circle-1'
  | 'circle-2'
  | 'circle-3'
  | 'circle-4'
  | 'triangle'
  | 'cross'
  | 'dash'
  | 'square'

export type Badge = { kind: 'badge'; word: string; shape: Shape; tone: Tone }

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'emphasis'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; children: Inline[] }
  | { kind: 'break' }
  | Badge

/** Running text. A bare string is plain text; a line feed in it is a line break. */
export type Text = string | Inline[]

/** A day (`2026-03-01`) or an instant (ISO 8601, UTC): a date in a workbook, and printed as it is written here. */
export type DateCell = { kind: 'day'; day: string } | { kind: 'instant'; instant: string }

/** A number is set in tabular figures and stays a number in CSV and XLSX; null is an empty cell. */
export type Cell = Text | number | DateCell | null

export type Column = {
  title: string
  /** Share of the line relative to the other columns; at least 1 is sensible, default 1. */
  width?: number
  align?: 'start' | 'center' | 'end'
}

export type Table = {
  kind: 'table'
  caption?: string
  columns: Column[]
  rows: Cell[][]
  /** Said in place of rows when there are none. */
  empty?: string
}

/** Counts per series, stacked: lying bars to compare things, standing columns for a course over time. */
export type Figure = {
  kind: 'figure'
  form: 'bars' | 'columns'
  caption: string
  /** The finding in one sentence, for those who do not see the figure. */
  alt: string
  series: { name: string; tone: Tone }[]
  /** `values` has one non-negative number for each series. */
  points: { label: string; values: number[] }[]
}

export type Block =
  /** Counted within its section, or under a number of its own where `ref` gives one (a clause, a control). */
  | { kind: 'heading'; level: 2 | 3 | 4; text: string; ref?: string }
  | { kind: 'paragraph'; text: Text }
  | { kind: 'list'; ordered?: boolean; items: Text[] }
  | { kind: 'definitions'; items: { term: Text; text: Text }[] }
  | { kind: 'callout'; tone: Tone; title?: string; paragraphs: Text[] }
  | Table
  | Figure
  | { kind: 'page-break' }

/** A section is a numbered chapter; headings inside begin at level 2. */
export type Section = { title: string; blocks: Block[]; startsOnNewPage?: boolean }

export type Language = 'en' | 'de'

/** The state of the records from which a document was made. */
export type MadeFrom = {
  /** Entries in the organisation's log. */
  seq: number
  /** ISO 8601 instant in UTC; also the date of the file, so that equal input gives equal bytes. */
  instant: string
  /** Text of the signed note; null while the log has no signed checkpoint yet. */
  checkpoint: string | null
  logOrigin: string
}

export type Cover = {
  organization: string
  scope?: string
  madeFrom: MadeFrom
  classification?: string
  /** One or two sentences at the foot of the cover: what this document is and is not. */
  notice?: string
  language: Language
}

export type Document = { title: string; subtitle?: string; cover: Cover; sections: Section[] }
