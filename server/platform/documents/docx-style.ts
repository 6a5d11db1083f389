import type { IStylesOptions } from 'docx'
import type { Language } from './document.ts'
import { ink, size } from './typography.ts'

/** Fonts that word processors have (or replace by one of the same widths): a serif for text, a mono for ids. */
export const bodyFont = 'Cambria'
export const codeFont = 'Consolas'

/** Width of the text area in twentieths of a point. */
export const lineTwips = 8958

/** Paragraph styles of our own; the built-in ones (Title, Heading1…) keep their names so that navigation works. */
export type WordStyle =
  | 'CoverHead'
  | 'Facts'
  | 'Small'
  | 'Notice'
  | 'ContentsHead'
  | 'Running'
  | 'Note'
  | 'Caption'
  | 'TableText'
  | 'TableHead'
  | 'CalloutText'

/** Word counts type in half points. */
const half = (points: number) => Math.round(points * 2)

export function stylesInWord(language: Language): IStylesOptions {
  const heading = (level: 0 | 1 | 2 | 3, before: number, after: number) => ({
    run: { font: bodyFont, size: half(size.heading[level]), color: ink.text, bold: level > 0, italics: false },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  return {
    default: {
      document: {
        run: {
          font: bodyFont,
          size: half(size.body),
          color: ink.text,
          language: { value: language === 'de' ? 'de-DE' : 'en-GB' },
        },
        paragraph: { spacing: { after: 140, line: 288, lineRule: 'auto' } },
      },
      title: {
        run: { font: bodyFont, size: half(size.title), color: ink.text },
        paragraph: { spacing: { before: 3000, after: 160, line: 252, lineRule: 'auto' } },
      },
      heading1: heading(0, 480, 220),
      heading2: heading(1, 380, 140),
      heading3: heading(2, 300, 100),
      heading4: heading(3, 260, 80),
      hyperlink: { run: { color: ink.accent, underline: { type: 'single' } } },
    },
    paragraphStyles: [
      own('Subtitle', { size: half(size.subtitle), color: ink.muted }, { spacing: { after: 600 } }),
      own('CoverHead', { size: half(11) }, coverHead),
      own(
        'Facts',
        { size: half(9) },
        { spacing: { after: 40 }, leftTabStop: 2300, indent: { left: 2300, hanging: 2300 } },
      ),
      own('Small', { size: half(size.small), color: ink.muted, bold: true }, { spacing: { after: 40 } }),
      own('Notice', { size: half(9), color: ink.muted, italics: true }, { spacing: { before: 240 } }),
      own('ContentsHead', { size: half(14), bold: true }, { spacing: { before: 320, after: 160 }, keepNext: true }),
      own('Running', { size: half(size.small), color: ink.muted }, { spacing: { after: 0 } }),
      own('Note', { size: half(8), font: codeFont }, note),
      own('Caption', { size: half(9.2), bold: true }, { spacing: { before: 240, after: 100 }, keepNext: true }),
      own('TableText', { size: half(size.table) }, { spacing: { before: 40, after: 40, line: 252, lineRule: 'auto' } }),
      own(
        'TableHead',
        { size: half(size.small), color: ink.muted, bold: true },
        { spacing: { before: 40, after: 40 } },
      ),
      own('CalloutText', {}, { spacing: { before: 40, after: 60 } }),
    ],
  }
}

type Own = NonNullable<IStylesOptions['paragraphStyles']>[number]

function own(id: WordStyle | 'Subtitle', run: NonNullable<Own['run']>, paragraph: NonNullable<Own['paragraph']>): Own {
  return { id, name: id, basedOn: 'Normal', quickFormat: true, run: { font: bodyFont, ...run }, paragraph }
}

const coverHead: NonNullable<Own['paragraph']> = {
  rightTabStop: lineTwips,
  border: { bottom: { style: 'single', size: 12, color: ink.accent, space: 6 } },
}

const note: NonNullable<Own['paragraph']> = {
  spacing: { before: 0, after: 0 },
  shading: { type: 'clear', fill: ink.panel, color: 'auto' },
}
