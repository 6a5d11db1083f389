import type { Language } from '../documents/index.ts'

/** What a reader of an exported list must know: whose it is, what it holds, as of when, and that it is complete. */
export type Provenance = {
  organization: string
  /** the API's address of the list */
  list: string
  query: Record<string, string>
  rows: number
  /** the last entry of the log that these rows can show, and when it was recorded */
  entry: { seq: number; recordedAt: Date | null }
  madeAt: Date
  madeBy: string
}

const words = {
  en: {
    from: 'Exported from Assay',
    rows: (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}, complete`,
    filter: 'filter',
    none: 'none',
    entry: 'records up to entry',
    made: (at: string, by: string) => `made ${at} by ${by}`,
  },
  de: {
    from: 'Aus Assay ausgeführt',
    rows: (count: number) => `${count} ${count === 1 ? 'Zeile' : 'Zeilen'}, vollständig`,
    filter: 'Filter',
    none: 'keiner',
    entry: 'Aufzeichnungen bis Eintrag',
    made: (at: string, by: string) => `erstellt ${at} von ${by}`,
  },
}

/** One line; it stands last in the file, so that a file that was cut off lacks it. */
export function provenanceLine(it: Provenance, language: Language): string {
  const say = words[language]
  const filter = Object.entries(it.query).map(([name, value]) => `${name}=${value}`)
  const recorded = it.entry.recordedAt ? ` (${it.entry.recordedAt.toISOString()})` : ''
  return [
    say.from,
    it.organization,
    it.list,
    say.rows(it.rows),
    `${say.filter}: ${filter.length > 0 ? filter.join(', ') : say.none}`,
    `${say.entry} ${it.entry.seq}${recorded}`,
    say.made(it.madeAt.toISOString(), it.madeBy),
  ].join('; ')
}
