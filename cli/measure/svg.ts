import { type Curves, type Forest, type Plot, say } from './document.ts'

/** A plot as SVG that follows the page's colours, with its content in words for those who do not see it. */
export function svgOf(plot: Plot): string {
  return plot.kind === 'forest' ? forest(plot) : curves(plot)
}

export function escapedHtml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      // eslint-disable-next-line no-control-regex -- they have no place in HTML
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
  )
}

const labels = 200
const room = 520

function forest({ title, none, margin, rows }: Forest): string {
  const bounds = [margin?.least, margin?.most].filter((it) => it !== null && it !== undefined)
  const ends = [none, ...bounds, ...rows.flatMap(({ low, high }) => [low, high])].filter(Number.isFinite)
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const span = Math.max(1e-12, most - least)
  const x = (value: number) => (labels + ((Math.min(most, Math.max(least, value)) - least) / span) * room).toFixed(1)
  const height = 28 + rows.length * 24
  const area =
    margin === null
      ? ''
      : `<rect class="margin" x="${x(margin.least ?? least)}" y="4" width="${(Number(x(margin.most ?? most)) - Number(x(margin.least ?? least))).toFixed(1)}" height="${height - 28}"/>`
  const lines = rows.map(({ label, value, low, high }, index) => {
    const y = 18 + index * 24
    return (
      `<text x="${labels - 12}" y="${y + 4}" text-anchor="end">${escapedHtml(shortened(label))}</text>` +
      `<line class="interval" x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}"/><circle class="value" cx="${x(value)}" cy="${y}" r="4"/>`
    )
  })
  const words = rows
    .map(({ label, value, low, high }) => `${label} ${say(value)}, ${say(low)} to ${say(high)}`)
    .join('; ')
  return wrap(
    title,
    words,
    [labels + room + 20, height],
    [
      area,
      `<line class="none" x1="${x(none)}" x2="${x(none)}" y1="4" y2="${height - 24}"/>`,
      ...lines,
      `<text x="${labels}" y="${height - 6}">${say(least)}</text><text x="${labels + room}" y="${height - 6}" text-anchor="end">${say(most)}</text>`,
    ],
  )
}

/** Lines are told apart by colour and by dashes. */
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 2', '10 4']

function curves({ title, x: across, y: up, series }: Curves): string {
  const [left, top, side] = [44, 10, 300]
  const x = (value: number) => (left + value * side).toFixed(1)
  const y = (value: number) => (top + (1 - value) * side).toFixed(1)
  const lines = series.map(({ points }, index) => {
    const path = points.map(([px, py]) => `${x(px)},${y(py)}`).join(' ')
    return `<polyline class="line c${index % 6}" points="${path}" stroke-dasharray="${dashes[index % 6] ?? ''}"/>`
  })
  const names = series.map(({ name }, index) => {
    const at = top + 14 + index * 20
    return (
      `<line class="line c${index % 6}" x1="${left + side + 20}" x2="${left + side + 50}" y1="${at - 4}" y2="${at - 4}" stroke-dasharray="${dashes[index % 6] ?? ''}"/>` +
      `<text x="${left + side + 58}" y="${at}">${escapedHtml(shortened(name, 48))}</text>`
    )
  })
  const height = Math.max(top + side + 40, top + 30 + series.length * 20)
  return wrap(
    title,
    `${up} against ${across} for ${series.map(({ name }) => name).join('; ')}`,
    [760, height],
    [
      `<rect class="frame" x="${left}" y="${top}" width="${side}" height="${side}"/>`,
      `<line class="none" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`,
      ...lines,
      ...names,
      `<text x="${left}" y="${top + side + 16}">0</text><text x="${left + side}" y="${top + side + 16}" text-anchor="end">1</text>`,
      `<text x="${left + side / 2}" y="${top + side + 32}" text-anchor="middle">${escapedHtml(across)}</text>`,
      `<text transform="translate(14 ${top + side / 2}) rotate(-90)" text-anchor="middle">${escapedHtml(up)}</text>`,
    ],
  )
}

function wrap(title: string, words: string, [width, height]: [number, number], parts: string[]): string {
  return (
    `<figure><figcaption>${escapedHtml(title)}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapedHtml(`${title}: ${words}`)}">` +
    `${parts.join('')}</svg></figure>`
  )
}

function shortened(text: string, most = 28): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
