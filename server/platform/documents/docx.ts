import {
  AlignmentType,
  Document as WordFile,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TableOfContents,
  TextRun,
} from 'docx'
import type { Table } from 'docx'
import { checkpointHead } from './checkpoint-head.ts'
import type { Document, Section } from './document.ts'
import { blocksInWord } from './docx-blocks.ts'
import { counter, runsInWord } from './docx-runs.ts'
import { repeatableDocx } from './docx-repeatable.ts'
import { type WordStyle, bodyFont, lineTwips, stylesInWord } from './docx-style.ts'
import { printable } from './text.ts'
import { ink } from './typography.ts'
import { grouped, instantIn, wordsIn } from './words.ts'

/**
 * The document as a Word file with the same order, numbering and colours as the PDF: cover, contents (Word fills the
 * page numbers when it opens the file), running head and foot, table headers that repeat. Equal documents give equal bytes.
 */
export async function renderDocx(document: Document): Promise<Uint8Array> {
  const { cover } = document
  const words = wordsIn[cover.language]
  const state = `${words.entry(grouped(cover.madeFrom.seq))} · ${instantIn(cover.language, cover.madeFrom.instant)}`
  const count = counter(words)
  const file = new WordFile({
    title: printable(document.title),
    creator: printable(cover.organization),
    lastModifiedBy: printable(cover.organization),
    styles: stylesInWord(cover.language),
    numbering,
    features: { updateFields: true },
    sections: [
      { properties: { page, titlePage: true }, children: coverPage(document) },
      {
        properties: { page },
        headers: { default: new Header({ children: [head(document)] }) },
        footers: { default: new Footer({ children: [foot(document, state)] }) },
        children: [
          ...contents(document),
          ...document.sections.flatMap((section) => chapter(section, count, words.empty)),
          ...provenance(document),
        ],
      },
    ],
  })
  return repeatableDocx(new Uint8Array(await Packer.toArrayBuffer(file)), cover.madeFrom.instant)
}

const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 1531, bottom: 1361, left: 1474, right: 1474 } }

const numbering = {
  config: [
    {
      reference: 'chapters',
      levels: [0, 1, 2].map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: Array.from({ length: level + 1 }, (_, index) => `%${index + 1}`).join('.'),
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 0, firstLine: 0 } }, run: { color: ink.accent } },
      })),
    },
    {
      reference: 'dashes',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '–',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 340, hanging: 240 } }, run: { color: ink.accent } },
        },
      ],
    },
    {
      reference: 'steps',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 400, hanging: 300 } } },
        },
      ],
    },
  ],
}

type Content = Paragraph | Table | TableOfContents

function coverPage(document: Document): Content[] {
  const { cover } = document
  const words = wordsIn[cover.language]
  return [
    new Paragraph({
      style: 'CoverHead' satisfies WordStyle,
      children: [
        new TextRun({ text: printable(cover.organization), bold: true, color: ink.accent }),
        ...(cover.classification
          ? [new TextRun({ children: [new Tab(), printable(cover.classification)], color: ink.muted })]
          : []),
      ],
    }),
    new Paragraph({ style: 'Title', children: runsInWord(document.title) }),
    ...(document.subtitle ? [new Paragraph({ style: 'Subtitle', children: runsInWord(document.subtitle) })] : []),
    ...(cover.scope
      ? [
          new Paragraph({ style: 'Small' satisfies WordStyle, text: words.scope }),
          new Paragraph({ children: runsInWord(cover.scope) }),
        ]
      : []),
    new Paragraph({ spacing: { before: 2400 }, children: [] }),
    ...madeFrom(document),
    ...(cover.notice
      ? [new Paragraph({ style: 'Notice' satisfies WordStyle, children: runsInWord(cover.notice) })]
      : []),
  ]
}

function madeFrom({ cover }: Document): Content[] {
  const words = wordsIn[cover.language]
  const note = cover.madeFrom.checkpoint === null ? null : checkpointHead(cover.madeFrom.checkpoint)
  const lines: [string, ParagraphChild[]][] = [
    [words.recordsUpTo, runsInWord(words.entry(grouped(cover.madeFrom.seq)))],
    [words.instant, runsInWord(instantIn(cover.language, cover.madeFrom.instant))],
    [words.log, runsInWord([{ kind: 'code', text: cover.madeFrom.logOrigin }])],
    ...(note
      ? ([
          [words.treeSize, runsInWord(grouped(Number(note.size)))],
          [words.rootHash, runsInWord([{ kind: 'code', text: note.root }])],
        ] satisfies [string, ParagraphChild[]][])
      : []),
  ]
  return lines.map(
    ([term, text]) =>
      new Paragraph({
        style: 'Facts' satisfies WordStyle,
        children: [new TextRun({ text: term, color: ink.muted }), new TextRun({ children: [new Tab()] }), ...text],
      }),
  )
}

function contents(document: Document): Content[] {
  if (document.sections.length < 3) return []
  const words = wordsIn[document.cover.language]
  return [
    new Paragraph({ style: 'ContentsHead' satisfies WordStyle, text: words.contents }),
    new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
    new Paragraph({ children: [new PageBreak()] }),
  ]
}

function chapter(section: Section, count: ReturnType<typeof counter>, empty: string): Content[] {
  return [
    new Paragraph({
      style: 'Heading1',
      numbering: { reference: 'chapters', level: 0 },
      pageBreakBefore: section.startsOnNewPage ?? false,
      children: runsInWord(section.title),
    }),
    ...blocksInWord(section.blocks, count, empty),
  ]
}

function provenance(document: Document): Content[] {
  const { cover } = document
  const words = wordsIn[cover.language]
  const noteLines = cover.madeFrom.checkpoint?.trimEnd().split('\n')
  return [
    new Paragraph({ style: 'Heading1', text: words.provenance }),
    new Paragraph({ text: words.provenanceText }),
    ...madeFrom(document),
    ...(noteLines
      ? [
          new Paragraph({ style: 'ContentsHead' satisfies WordStyle, text: words.note }),
          new Paragraph({ text: words.noteText }),
          ...noteLines.map((line) => new Paragraph({ style: 'Note' satisfies WordStyle, text: printable(line) })),
        ]
      : [new Paragraph({ text: words.notSealed })]),
  ]
}

function head({ title, cover }: Document): Paragraph {
  return new Paragraph({
    style: 'Running' satisfies WordStyle,
    border: { bottom: { style: 'single', size: 4, color: ink.rule, space: 4 } },
    children: [
      new TextRun({ text: printable(title) }),
      new TextRun({ children: [new Tab(), printable(cover.organization)] }),
    ],
    tabStops: [{ type: 'right', position: lineTwips }],
  })
}

function foot({ cover }: Document, state: string): Paragraph {
  const words = wordsIn[cover.language]
  const [before = '', between = '', after = ''] = words.page('\0', '\0').split('\0')
  return new Paragraph({
    style: 'Running' satisfies WordStyle,
    tabStops: [
      // right of the middle: the state of the records takes nearly half of the line
      { type: 'center', position: Math.round(lineTwips * 0.62) },
      { type: 'right', position: lineTwips },
    ],
    children: [
      new TextRun({ text: state, font: bodyFont }),
      new TextRun({ children: [new Tab(), printable(cover.classification ?? ''), new Tab(), before] }),
      new TextRun({ children: [PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
    ],
  })
}
