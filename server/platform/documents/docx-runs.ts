import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import type { Inline, Text } from './document.ts'
import { bodyFont, codeFont } from './docx-style.ts'
import { inlines, isSafeLink, printable, shapeCharacters } from './text.ts'
import { ink, tones } from './typography.ts'
import type { Words } from './words.ts'

type Look = { bold?: boolean; italics?: boolean; style?: 'Hyperlink' }

export function runsInWord(text: Text, look: Look = {}): ParagraphChild[] {
  return inlines(text).flatMap((part) => runInWord(part, look))
}

function runInWord(part: Inline, look: Look): ParagraphChild[] {
  switch (part.kind) {
    case 'text':
      return [new TextRun({ text: printable(part.text), ...look })]
    case 'code':
      return [new TextRun({ text: printable(part.text), font: codeFont, ...look })]
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'strong':
      return runsInWord(part.children, { ...look, bold: true })
    case 'emphasis':
      return runsInWord(part.children, { ...look, italics: true })
    case 'link':
      return isSafeLink(part.url)
        ? [
            new ExternalHyperlink({
              link: part.url,
              children: runsInWord(part.children, { ...look, style: 'Hyperlink' }),
            }),
          ]
        : runsInWord(part.children, look)
    case 'badge': {
      const { fill, word } = tones[part.tone]
      const shape = part.tone === 'step-1' || part.tone === 'quiet' ? word : fill
      return [
        new TextRun({ text: `${shapeCharacters[part.shape]} `, color: shape, font: 'Segoe UI Symbol' }),
        new TextRun({ text: printable(part.word), color: word, ...look }),
      ]
    }
  }
}

/** Numbers tables, figures and lists in the order in which they come. */
export function counter(words: Words) {
  let tables = 0
  let figures = 0
  let lists = 0
  const caption = (word: string, number: number, text: Text) => [
    new TextRun({ text: `${word} ${number}  `, color: ink.accent, bold: true, font: bodyFont }),
    ...runsInWord(text, { bold: true }),
  ]
  return {
    table: (text: Text) => caption(words.table, ++tables, text),
    list: () => ++lists,
    figure: (text: Text) => caption(words.figure, ++figures, text),
  }
}
