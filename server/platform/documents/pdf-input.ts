import { checkpointHead } from './checkpoint-head.ts'
import type { Block, Cell, Document, Figure, Inline, Table, Text } from './document.ts'
import { cellText, inlines, isSafeLink, plainText, printable } from './text.ts'
import { ink, size, tones } from './typography.ts'
import { grouped, instantIn, wordsIn } from './words.ts'

/** Characters that the fonts lack; they are set as their code point. */
export type Undisplayable = ReadonlySet<string>

// Printed width of the text area and of a middling character, in points: only to decide where a word cannot fit.
const lineWidth = 451
const bodyCharacter = 5
const tableCharacter = 4.6
// Characters of an id or of a line of a signed note beside its term on the cover.
const codeLine = 60

/** The document as the JSON that report.typ reads. Every string in it is data to the template, never source. */
export function pdfInput(document: Document, undisplayable: Undisplayable) {
  const { cover } = document
  const words = wordsIn[cover.language]
  const set = typesetter(undisplayable)
  const head = cover.madeFrom.checkpoint === null ? null : checkpointHead(cover.madeFrom.checkpoint)
  const instant = instantIn(cover.language, cover.madeFrom.instant)
  const entry = words.entry(grouped(cover.madeFrom.seq))
  const madeFrom: [string, Run[]][] = [
    [words.recordsUpTo, set.words(entry)],
    [words.instant, set.words(instant)],
    [words.log, set.id(cover.madeFrom.logOrigin)],
    ...(head
      ? ([
          [words.treeSize, set.words(grouped(Number(head.size)))],
          [words.rootHash, set.id(head.root)],
        ] satisfies [string, Run[]][])
      : []),
  ]
  return {
    style: { ink, tones, size },
    language: cover.language,
    date: dateParts(cover.madeFrom.instant),
    // The bare title goes into the file's metadata, the runs onto the page.
    title: printable(document.title),
    titleRuns: set.words(document.title),
    subtitle: document.subtitle === undefined ? null : set.words(document.subtitle),
    organization: set.words(cover.organization),
    author: printable(cover.organization),
    scope: cover.scope === undefined ? null : set.text(cover.scope),
    classification: cover.classification === undefined ? null : set.words(cover.classification),
    notice: cover.notice === undefined ? null : set.text(cover.notice),
    madeFrom: madeFrom.map(([term, text]) => ({ term, text })),
    stateLine: `${entry} · ${instant}`,
    noteLines: (cover.madeFrom.checkpoint ?? '').trimEnd().split('\n').map(set.id),
    sealed: cover.madeFrom.checkpoint !== null,
    showsUndisplayable: undisplayable.size > 0,
    words: { ...words, page: words.page('{page}', '{pages}'), entry: '' },
    sections: document.sections.map((section) => ({
      title: set.words(section.title),
      startsOnNewPage: section.startsOnNewPage ?? false,
      blocks: section.blocks.map((block) => set.block(block, words.empty)),
    })),
  }
}

/** A run of the page: text, or a character that can only be named. */
type Run =
  | { t: 'text' | 'code' | 'named'; s: string }
  | { t: 'long'; k: 'text' | 'code'; c: string[] }
  | { t: 'strong' | 'emphasis'; c: Run[] }
  | { t: 'link'; url: string; c: Run[] }
  | { t: 'break' }
  | { t: 'badge'; word: Run[]; shape: string; tone: string }

function typesetter(undisplayable: Undisplayable) {
  const split = runsOf(undisplayable)
  const inline = (part: Inline, capacity: number): Run[] => {
    switch (part.kind) {
      case 'text':
        return split('text', part.text, capacity)
      case 'code':
        return split('code', part.text, capacity)
      case 'break':
        return [{ t: 'break' }]
      case 'badge':
        return [{ t: 'badge', word: split('text', part.word, capacity), shape: part.shape, tone: part.tone }]
      case 'link': {
        const children = part.children.flatMap((child) => inline(child, capacity))
        return isSafeLink(part.url) ? [{ t: 'link', url: printable(part.url), c: children }] : children
      }
      case 'strong':
      case 'emphasis':
        return [{ t: part.kind, c: part.children.flatMap((child) => inline(child, capacity)) }]
    }
  }
  const text = (value: Text, capacity = lineWidth / bodyCharacter) =>
    inlines(value).flatMap((part) => inline(part, capacity))
  const words = (value: string) => text(value.replace(/[ \t\r\n]+/g, ' '), 24)
  const id = (value: string) => split('code', value, codeLine)

  const block = (it: Block, empty: string) => {
    switch (it.kind) {
      case 'heading':
        return { ...it, ref: it.ref ?? null, text: words(it.text) }
      case 'paragraph':
        return { ...it, text: text(it.text) }
      case 'list':
        return { kind: it.kind, ordered: it.ordered ?? false, items: it.items.map((item) => text(item)) }
      case 'definitions':
        return { ...it, items: it.items.map((item) => ({ term: text(item.term, 24), text: text(item.text, 60) })) }
      case 'callout':
        return { ...it, title: it.title ? words(it.title) : null, paragraphs: it.paragraphs.map((part) => text(part)) }
      case 'table':
        return table(it, text, empty)
      case 'figure':
        return figure(it, words)
      case 'page-break':
        return it
    }
  }
  return { text, words, id, block }
}

type SetText = (value: Text, capacity?: number) => Run[]

function table(it: Table, text: SetText, empty: string) {
  const share = it.columns.map((column) => Math.max(column.width ?? 1, 0.1))
  const whole = share.reduce((sum, part) => sum + part, 0)
  const capacity = (index: number) =>
    Math.max(3, Math.floor(((lineWidth * (share[index] ?? 1)) / whole - 12) / tableCharacter))
  const cell = (value: Cell, index: number) => ({
    runs: value === null ? [] : text(cellText(value), typeof value === 'number' ? undefined : capacity(index)),
    hyphenate: plainText(value)
      .split(/[\s-]/)
      .some((word) => word.length > capacity(index)),
  })
  return {
    kind: it.kind,
    caption: it.caption === undefined ? null : text(it.caption),
    widths: share,
    aligns: it.columns.map((column, index) => column.align ?? (isNumeric(it, index) ? 'end' : 'start')),
    header: it.columns.map((column, index) => cell(column.title, index)),
    rows: it.rows.map((row) => ({
      cells: it.columns.map((_, index) => cell(row[index] ?? null, index)),
      // A row that fits on a page stays whole; a taller one has to break.
      whole: row.every((value, index) => plainText(value).length < 30 * capacity(index)),
    })),
    empty: it.empty ?? empty,
  }
}

function isNumeric(it: Table, index: number): boolean {
  return it.rows.length > 0 && it.rows.every((row) => typeof row[index] === 'number' || (row[index] ?? null) === null)
}

function figure(it: Figure, words: (value: string) => Run[]) {
  const totals = it.points.map((point) => point.values.reduce((sum, value) => sum + value, 0))
  return {
    kind: it.kind,
    form: it.form,
    alt: printable(it.alt),
    caption: words(it.caption),
    series: it.series.map((series) => ({ name: words(series.name), tone: series.tone })),
    points: it.points.map((point) => ({ label: words(point.label), values: point.values })),
    totals,
    highest: it.form === 'bars' ? Math.max(1, ...totals) : roundAxis(Math.max(1, ...totals)),
  }
}

/** The end of an axis: the next even number with one digit other than zero, so that its half is round too. */
function roundAxis(highest: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(highest))
  const steps = Math.ceil(highest / magnitude / 2) * 2
  return steps * magnitude
}

/** Splits text into what can be set, what can only be named, and words that cannot fit their line. */
function runsOf(undisplayable: Undisplayable) {
  return (kind: 'text' | 'code', raw: string, capacity: number): Run[] => {
    const runs: Run[] = []
    let pending = ''
    const flush = () => {
      runs.push(...settable(kind, pending, capacity))
      pending = ''
    }
    for (const character of printable(raw)) {
      if (!undisplayable.has(character) && !isPrivateUse(character)) {
        pending += character
        continue
      }
      flush()
      runs.push({ t: 'named', s: codePointName(character) })
    }
    flush()
    return runs
  }
}

/**
 * A word longer than its line is cut into short chunks between which the line may break. (A zero-width space would
 * break too, but it stays in the text that a reader copies out of the file: no hash would survive that.)
 */
function settable(kind: 'text' | 'code', text: string, capacity: number): Run[] {
  // Hyphenation knows words of letters; it is trusted with them up to the length of a long German compound.
  const fits = (word: string) => word.length <= (/^\p{L}+[.,;:)]?$/u.test(word) ? Math.max(capacity, 30) : capacity)
  const words = text.split(/([^\s-]+)/)
  if (words.every(fits)) return text === '' ? [] : [{ t: kind, s: text }]
  return words
    .filter((word) => word !== '')
    .map((word) => (fits(word) ? { t: kind, s: word } : { t: 'long', k: kind, c: chunks(word, capacity) }))
}

function chunks(word: string, capacity: number): string[] {
  const letters = [...graphemes.segment(word)].map((part) => part.segment)
  const length = Math.min(6, Math.max(1, Math.floor(capacity / 3)))
  return Array.from({ length: Math.ceil(letters.length / length) }, (_, index) =>
    letters.slice(index * length, (index + 1) * length).join(''),
  )
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function isPrivateUse(character: string): boolean {
  return character === '\ufeff' || /^[\p{Co}\p{Cn}]$/u.test(character)
}

/** A character by its number, as Unicode writes it: U+1F600. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function dateParts(instant: string) {
  const at = new Date(instant)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
}
