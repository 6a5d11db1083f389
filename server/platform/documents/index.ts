export { csvLines, renderCsv } from './csv.ts'
export type {
  Badge,
  Block,
  Cell,
  Column,
  Cover,
  DateCell,
  Document,
  Figure,
  Inline,
  Language,
  MadeFrom,
  Section,
  Shape,
  Table,
  Text,
  Tone,
} from './document.ts'
export { renderDocx } from './docx.ts'
export { renderJson } from './json.ts'
export { markdownToBlocks } from './markdown.ts'
export { renderPdf, stopPdf } from './pdf.ts'
export { plainText } from './text.ts'
export { dayIn, instantIn } from './words.ts'
export { renderXlsx, type Sheet } from './xlsx.ts'
