import { AlignmentType, PageBreak, Paragraph, Tab, Table as WordTable, TableCell, TableRow, TextRun } from 'docx'
import type { Block, Cell, Column, Figure, Table, Text } from './document.ts'
import { type counter, runsInWord } from './docx-runs.ts'
import { type WordStyle, lineTwips } from './docx-style.ts'
import { cellText, printable } from './text.ts'
import { ink, tones } from './typography.ts'

type Count = ReturnType<typeof counter>

export function blocksInWord(blocks: Block[], count: Count, empty: string): (Paragraph | WordTable)[] {
  return blocks.flatMap((block) => blockInWord(block, count, empty))
}

function blockInWord(block: Block, count: Count, empty: string): (Paragraph | WordTable)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)]
    case 'paragraph':
      return [new Paragraph({ children: runsInWord(block.text) })]
    case 'list':
      return list(block.items, block.ordered ?? false, count.list())
    case 'definitions':
      return definitions(block.items)
    case 'callout':
      return callout(block)
    case 'table':
      return table(block, count, empty)
    case 'figure':
      return figure(block, count)
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

function heading({ level, text, ref }: Extract<Block, { kind: 'heading' }>): Paragraph {
  const style = `Heading${level}`
  const words = runsInWord(text)
  if (ref !== undefined) {
    return new Paragraph({
      style,
      children: [new TextRun({ text: `${printable(ref)}  `, color: ink.accent }), ...words],
    })
  }
  if (level === 4) return new Paragraph({ style, children: words })
  const numbering = { reference: 'chapters', level: level - 1 }
  return new Paragraph({ style, numbering, children: words })
}

function definitions(items: { term: Text; text: Text }[]): Paragraph[] {
  return items.map(
    ({ term, text }, index) =>
      new Paragraph({
        style: 'Facts' satisfies WordStyle,
        keepNext: true,
        // The list ends with the distance of a paragraph.
        ...(index === items.length - 1 ? { spacing: { after: 160 } } : {}),
        children: [...runsInWord(term), new TextRun({ children: [new Tab()] }), ...runsInWord(text)],
      }),
  )
}

/** Word counts each `instance` of a numbering from one. */
function list(items: Text[], ordered: boolean, instance: number): Paragraph[] {
  return items.map(
    (item) =>
      new Paragraph({
        numbering: { reference: ordered ? 'steps' : 'dashes', level: 0, instance },
        spacing: { after: 60 },
        children: runsInWord(item),
      }),
  )
}

const none = { style: 'none', size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

function callout({ tone, title, paragraphs }: Extract<Block, { kind: 'callout' }>): (Paragraph | WordTable)[] {
  const { fill, word, panel } = tones[tone]
  const style = 'CalloutText' satisfies WordStyle
  const lines = [
    ...(title
      ? [new Paragraph({ style, children: [new TextRun({ text: printable(title), bold: true, color: word })] })]
      : []),
    ...paragraphs.map((text) => new Paragraph({ style, children: runsInWord(text) })),
  ]
  const cell = new TableCell({
    children: lines,
    shading: { type: 'clear', fill: panel, color: 'auto' },
    margins: { top: 100, bottom: 100, left: 200, right: 200 },
    borders: { ...noBorders, left: { style: 'single', size: 18, color: fill } },
  })
  return [
    new WordTable({
      width: { size: lineTwips, type: 'dxa' },
      borders: noBorders,
      rows: [new TableRow({ children: [cell] })],
    }),
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ]
}

function table(block: Table, count: Count, empty: string): (Paragraph | WordTable)[] {
  const whole = block.columns.reduce((sum, column) => sum + (column.width ?? 1), 0)
  const widths = block.columns.map((column) => Math.round((lineTwips * (column.width ?? 1)) / whole))
  const aligned = (column: Column, index: number) => column.align ?? (isNumeric(block, index) ? 'end' : 'start')
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) =>
      cell(column.title, { width: widths[index] ?? 0, align: aligned(column, index), head: true }),
    ),
  })
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: block.columns.map((column, index) =>
          cell(row[index] ?? null, { width: widths[index] ?? 0, align: aligned(column, index), head: false }),
        ),
      }),
  )
  return [
    ...(block.caption === undefined ? [] : [caption(count.table(block.caption))]),
    new WordTable({
      width: { size: lineTwips, type: 'dxa' },
      columnWidths: widths,
      layout: 'fixed',
      borders: noBorders,
      rows: [header, ...(rows.length > 0 ? rows : [emptyRow(block, empty)])],
    }),
    new Paragraph({ spacing: { after: 120 }, children: [] }),
  ]
}

function isNumeric(block: Table, index: number): boolean {
  return (
    block.rows.length > 0 && block.rows.every((row) => typeof row[index] === 'number' || (row[index] ?? null) === null)
  )
}

function caption(children: ReturnType<typeof runsInWord>): Paragraph {
  return new Paragraph({ style: 'Caption' satisfies WordStyle, children })
}

type CellLook = { width: number; align: 'start' | 'center' | 'end'; head: boolean }

function cell(value: Cell, { width, align, head }: CellLook): TableCell {
  const style: WordStyle = head ? 'TableHead' : 'TableText'
  const rule = head
    ? ({ style: 'single', size: 8, color: ink.text } as const)
    : ({ style: 'single', size: 4, color: ink.hairline } as const)
  return new TableCell({
    width: { size: width, type: 'dxa' },
    borders: { ...noBorders, bottom: rule },
    margins: { left: 40, right: 80 },
    children: [new Paragraph({ style, alignment: alignments[align], children: runsInWord(cellText(value)) })],
  })
}

const alignments = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END }

function emptyRow(block: Table, empty: string): TableRow {
  const text = new TextRun({ text: printable(block.empty ?? empty), color: ink.muted })
  return new TableRow({
    children: [
      new TableCell({
        columnSpan: Math.max(block.columns.length, 1),
        children: [new Paragraph({ style: 'TableText' satisfies WordStyle, children: [text] })],
      }),
    ],
  })
}

/** A figure as its table: the numbers, the series in their colours, the finding in words. */
function figure(block: Figure, count: Count): (Paragraph | WordTable)[] {
  const data: Table = {
    kind: 'table',
    columns: [{ title: '', width: 2.4 }, ...block.series.map(({ name }): Column => ({ title: name, align: 'end' }))],
    rows: block.points.map((point) => [point.label, ...block.series.map((_, index) => point.values[index] ?? 0)]),
  }
  return [
    caption(count.figure(block.caption)),
    new Paragraph({ keepNext: true, children: [new TextRun({ text: printable(block.alt), italics: true })] }),
    ...table(data, count, ''),
  ]
}
