import { type Document, type Section, type Table, verdictWords } from './document.ts'

/** A run for a merge request: tables in GitHub's Markdown, every text of the file escaped. */
export function asMarkdown({ title, verdict, reasons, warnings, facts, sections }: Document): string {
  const lines = [
    `## ${escaped(title)}`,
    '',
    `**${verdictWords[verdict] ?? verdict}**`,
    '',
    ...reasons.map((it) => `- ${escaped(it)}`),
    ...(warnings.length === 0 ? [] : ['', '### Mind', '', ...warnings.map((it) => `- ${escaped(it)}`)]),
    ...sections.flatMap(sectionLines),
    '',
    '<details><summary>From</summary>',
    '',
    ...tableLines({
      columns: [
        { name: 'what', numbers: false },
        { name: 'is', numbers: false },
      ],
      rows: facts,
    }),
    '',
    '</details>',
  ]
  return `${lines.join('\n')}\n`
}

function sectionLines({ title, note, table }: Section): string[] {
  return [
    '',
    `### ${escaped(title)}`,
    ...(note === undefined ? [] : ['', escaped(note)]),
    ...(table === undefined ? [] : ['', ...tableLines(table)]),
  ]
}

function tableLines({ columns, rows }: Table): string[] {
  const line = (cells: string[]) => `| ${cells.map(escaped).join(' | ')} |`
  return [
    line(columns.map(({ name }) => name)),
    `|${columns.map((it) => (it.numbers ? ' ---: ' : ' --- ')).join('|')}|`,
    ...rows.map(line),
  ]
}

/** Nothing of a file becomes markup: neither HTML, nor links, nor a further cell or line. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+!|~$^]/g, (it) => `\\${it}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
    .replaceAll(/\s+/g, ' ')
}
