import {
  type Curves,
  type Document,
  type Forest,
  type Plot,
  say,
  type Section,
  type Table,
  verdictWords,
} from './document.ts'

export type TextOptions = { width: number; colours: boolean; plots: boolean }

const tones: Record<string, number> = { pass: 32, fail: 31, 'not-enough-data': 33 }

/** A run for a terminal of some width; no line is longer where it can be helped. */
export function asText(document: Document, options: TextOptions): string {
  const { title, verdict, reasons, warnings, facts, sections } = document
  const tone = options.colours ? tones[verdict] : undefined
  const word = verdictWords[verdict] ?? verdict
  const head = [title, '', `Verdict  ${tone === undefined ? word : `\u001b[1;${tone}m${word}\u001b[0m`}`]
  const listed = (lines: string[]) =>
    lines.flatMap((it) =>
      wrapped(it, options.width - 4).map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`),
    )
  const body = sections.flatMap((it) => sectionLines(it, options))
  const told = warnings.length === 0 ? [] : ['', 'Mind', ...listed(warnings)]
  const widest = Math.max(...facts.map(([name]) => name.length))
  const from = facts.flatMap(([name, value]) =>
    wrapped(value, options.width - widest - 4).map(
      (line, index) => `  ${(index === 0 ? name : '').padEnd(widest)}  ${line}`,
    ),
  )
  return `${[...head, ...listed(reasons), ...told, ...body, '', 'From', ...from].map(plain).join('\n')}\n`
}

/** Control characters of a file's values must not steer a terminal; our own colours stay. */
function plain(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, (it, at: number) => (ownColour(line, at) ? it : '\ufffd'))
}

function ownColour(line: string, at: number): boolean {
  return ['\u001b[0m', ...Object.values(tones).map((tone) => `\u001b[1;${tone}m`)].some((it) => line.startsWith(it, at))
}

function sectionLines({ title, note, table, plots }: Section, options: TextOptions): string[] {
  const head = ['', title, ...(note === undefined ? [] : wrapped(note, options.width))]
  const drawn = options.plots ? plots.flatMap((it) => ['', ...plotLines(it, options.width)]) : []
  return [...head, ...(table === undefined ? [] : tableLines(table, options.width)), ...drawn]
}

/** Columns that do not fit go into further tables below, each with the first column again. */
export function tableLines({ columns, rows }: Table, width: number): string[] {
  const cells = [columns.map(({ name }) => name), ...rows]
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => (row[index] ?? '').length)))
  const first = Math.min(widths[0] ?? 0, Math.max(12, Math.floor(width / 2)))
  const parts: number[][] = []
  let [part, used]: [number[], number] = [[], first]
  for (let index = 1; index < columns.length; index += 1) {
    const wanted = (widths[index] ?? 0) + 2
    if (part.length > 0 && used + wanted > width) {
      parts.push(part)
      ;[part, used] = [[], first]
    }
    part.push(index)
    used += wanted
  }
  parts.push(part)
  return parts.flatMap((shown, at) => {
    const lines = cells.map((row) => {
      const others = shown.map((index) => {
        const cell = row[index] ?? ''
        return columns[index]?.numbers === true ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)
      })
      return [cut(row[0] ?? '', first).padEnd(first), ...others].join('  ').trimEnd()
    })
    return at === 0 ? lines : ['', ...lines]
  })
}

function plotLines(plot: Plot, width: number): string[] {
  return plot.kind === 'forest' ? forestLines(plot, width) : curveLines(plot, width)
}

/** `|---*---|` for each interval; `:` where there is no difference, `.` at the edges of the margin. */
function forestLines({ title, none, margin, rows }: Forest, width: number): string[] {
  const label = Math.min(24, Math.max(...rows.map((it) => it.label.length)))
  const room = Math.max(20, Math.min(80, width - label - 4))
  const bounds = [margin?.least, margin?.most].filter((it) => it !== null && it !== undefined)
  const ends = [none, ...bounds, ...rows.flatMap(({ low, high }) => [low, high])].filter(Number.isFinite)
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const place = (value: number) =>
    Math.round(((Math.min(most, Math.max(least, value)) - least) / Math.max(1e-12, most - least)) * (room - 1))
  const lines = rows.map((row) => {
    const line = Array.from({ length: room }, () => ' ')
    for (let at = place(row.low); at <= place(row.high); at += 1) line[at] = '-'
    for (const bound of bounds) line[place(bound)] = '.'
    line[place(none)] = ':'
    line[place(row.low)] = '|'
    line[place(row.high)] = '|'
    line[place(row.value)] = '*'
    return `  ${cut(row.label, label).padEnd(label)}  ${line.join('')}`.trimEnd()
  })
  const scale = `${say(least)}${say(most).padStart(room - say(least).length)}`
  return [title, ...lines, `  ${''.padEnd(label)}  ${scale}`]
}

const marks = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Points of each line as its letter in the unit square; `.` is the diagonal. */
function curveLines({ title, x, y, series }: Curves, width: number): string[] {
  const [across, down] = [Math.max(20, Math.min(60, width - 8)), 16]
  const grid = Array.from({ length: down }, () => Array.from({ length: across }, () => ' '))
  const put = (px: number, py: number, mark: string) => {
    const line = grid[down - 1 - Math.round(Math.min(1, Math.max(0, py)) * (down - 1))]
    if (line !== undefined) line[Math.round(Math.min(1, Math.max(0, px)) * (across - 1))] = mark
  }
  for (let at = 0; at < across; at += 1) put(at / (across - 1), at / (across - 1), '.')
  const shown = series.slice(0, marks.length)
  for (const [index, { points }] of shown.entries()) for (const [px, py] of points) put(px, py, marks.charAt(index))
  const names = shown.map(({ name }, index) => `  ${marks.charAt(index)} ${name}`)
  const more = series.length > shown.length ? [`  and ${series.length - shown.length} more`] : []
  return [
    `${title}: ${y} against ${x}`,
    ...grid.map((line) => `  |${line.join('').trimEnd()}`),
    `  +${'-'.repeat(across)}`,
    ...names,
    ...more,
  ]
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`
}

export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
