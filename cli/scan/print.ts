import { byText, type Finding, type Scan, type Skipped, type System } from './model.ts'

const columns = ['kind', 'name', 'vendor', 'where', 'sure', 'evidence'] as const
const widest = { kind: 11, name: 44, vendor: 27, where: 64, sure: 6, evidence: 90 }

/** The scan as a person reads it: one table for each candidate system, then what was left out, so that nothing is silent. */
export function printScan(scan: Scan): string {
  const found = scan.systems.map(printSystem)
  const none = `No use of AI found in ${scan.scanned}.\n`
  return [...(found.length > 0 ? found : [none]), summary(scan), leftOut(scan)].filter((part) => part !== '').join('\n')
}

function printSystem({ name, root, findings }: System): string {
  const rows = findings.map(cells)
  const widths = columns.map((column) =>
    Math.min(widest[column], Math.max(column.length, ...rows.map((row) => row[column].length))),
  )
  const line = (row: Record<(typeof columns)[number], string>) =>
    columns
      .map((column, at) => row[column].padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  const header = line({
    kind: 'KIND',
    name: 'NAME',
    vendor: 'VENDOR',
    where: 'WHERE',
    sure: 'SURE',
    evidence: 'EVIDENCE',
  })
  const heading = `${name} (${root}), ${count(findings.length, 'finding')}`
  return `${heading}\n${[header, ...rows.map(line)].map((row) => `  ${row}`).join('\n')}\n`
}

function cells(finding: Finding): Record<(typeof columns)[number], string> {
  const { kind, name, vendor = '', file, line, confidence, evidence } = finding
  return {
    kind,
    name: shortened(name, widest.name),
    vendor: shortened(vendor, widest.vendor),
    // A place is never cut: it is what a person opens next.
    where: `${file}:${line}`,
    sure: confidence,
    evidence: shortened(evidence, widest.evidence),
  }
}

function summary({ files, seconds, bytes, findings, systems, scanned }: Scan): string {
  const read = bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
  const what = `${count(findings.length, 'finding')} in ${count(systems.length, 'candidate system')}`
  return `${scanned}: ${what}; ${count(files, 'file')} seen, ${read} read in ${seconds} s.\n`
}

function leftOut({ skipped, notRead, problems }: Scan): string {
  const lines = [
    ...byReason(skipped).map(([reason, names]) => `Left out, ${reason}: ${names}`),
    ...notRead.map(({ file, reason, bytes }) => `Not read, ${reason}: ${file} (${bytes} bytes)`),
    ...problems.map(({ path, message }) => `Problem: ${path} ${message}`),
  ]
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

const words: Record<Skipped['reason'], string> = {
  vendored: 'installed or built (read with --include-vendored)',
  'version-control': 'version control',
  excluded: 'by --exclude',
  'symbolic-link': 'symbolic link',
  'special-file': 'not an ordinary file',
}

/** Installed folders repeat the same names hundreds of times: they are counted by name; all paths stand in the JSON. */
function byReason(skipped: readonly Skipped[]): [string, string][] {
  const reasons = new Map<Skipped['reason'], Map<string, number>>()
  for (const { path, reason } of skipped) {
    const names = reasons.get(reason) ?? new Map<string, number>()
    const name = path.split('/').at(-1) ?? path
    names.set(name, (names.get(name) ?? 0) + 1)
    reasons.set(reason, names)
  }
  return [...reasons].toSorted(([a], [b]) => byText(a, b)).map(([reason, names]) => [words[reason], counted(names)])
}

function counted(names: ReadonlyMap<string, number>): string {
  const sorted = [...names].toSorted(([a, m], [b, n]) => n - m || byText(a, b))
  const shown = sorted.slice(0, 12).map(([name, number]) => (number === 1 ? name : `${number} × ${name}`))
  const more = sorted.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more names (all in --json)` : shown.join(', ')
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`
}
