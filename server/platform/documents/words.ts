import type { Language } from './document.ts'

/** The few words that the renderers add themselves. */
export type Words = {
  contents: string
  page: (page: string, pages: string) => string
  scope: string
  recordsUpTo: string
  entry: (seq: string) => string
  instant: string
  log: string
  treeSize: string
  rootHash: string
  notSealed: string
  provenance: string
  provenanceText: string
  note: string
  noteText: string
  empty: string
  undisplayable: string
  table: string
  figure: string
}

const english: Words = {
  contents: 'Contents',
  page: (page, pages) => `Page ${page} of ${pages}`,
  scope: 'Scope',
  recordsUpTo: 'Records up to',
  entry: (seq) => `entry ${seq}`,
  instant: 'Instant',
  log: 'Log',
  treeSize: 'Checkpoint, size',
  rootHash: 'Checkpoint, root',
  notSealed: 'The log had no signed checkpoint when this document was made.',
  provenance: 'How this document was made',
  provenanceText:
    'Everything in this document was read from the records of the organisation as they stood at the entry and instant ' +
    'below. It shows what was recorded, by whom and when; it does not show that a record is true.',
  note: 'Signed checkpoint',
  noteText:
    'Keep this note. It fixes the log from which this document was made: a later log that is consistent with it still ' +
    'holds these entries unchanged. White space where a line is broken is not part of the note.',
  empty: 'No entries.',
  undisplayable:
    'Characters that the fonts of this document do not hold are shown by their Unicode number, for example U+1F600.',
  table: 'Table',
  figure: 'Figure',
}

const german: Words = {
  contents: 'Inhalt',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  scope: 'Anwendungsbereich',
  recordsUpTo: 'Aufzeichnungen bis',
  entry: (seq) => `Eintrag ${seq}`,
  instant: 'Zeitpunkt',
  log: 'Protokoll',
  treeSize: 'Prüfpunkt, Größe',
  rootHash: 'Prüfpunkt, Wurzel',
  notSealed: 'Das Protokoll hatte noch keinen signierten Prüfpunkt, als dieses Dokument entstand.',
  provenance: 'Wie dieses Dokument entstand',
  provenanceText:
    'Alles in diesem Dokument wurde aus den Aufzeichnungen der Organisation gelesen, wie sie zum unten genannten ' +
    'Eintrag und Zeitpunkt bestanden. Es zeigt, was von wem wann aufgezeichnet wurde, nicht, dass es wahr ist.',
  note: 'Signierter Prüfpunkt',
  noteText:
    'Diese Notiz aufbewahren. Sie legt das Protokoll fest, aus dem dieses Dokument entstand: Ein späteres Protokoll, das ' +
    'mit ihr übereinstimmt, enthält diese Einträge unverändert. Leerraum an Zeilenumbrüchen gehört nicht zur Notiz.',
  empty: 'Keine Einträge.',
  undisplayable:
    'Zeichen, die die Schriften dieses Dokuments nicht enthalten, stehen als Unicode-Nummer, zum Beispiel U+1F600.',
  table: 'Tabelle',
  figure: 'Abbildung',
}

export const wordsIn: Record<Language, Words> = { en: english, de: german }

/** An instant as read by people, always in UTC: "3 Mar 2026, 10:11:02 UTC". */
export function instantIn(language: Language, instant: string): string {
  return `${dayIn(language, instant)}, ${new Date(instant).toISOString().slice(11, 19)} UTC`
}

/** A day as read by people, in UTC: "3 Mar 2026". */
export function dayIn(language: Language, instant: string): string {
  const months = language === 'de' ? germanMonths : englishMonths
  const at = new Date(instant)
  const day = `${at.getUTCDate()}${language === 'de' ? '.' : ''}`
  return `${day} ${months[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}`
}

// Written out, because month abbreviations differ between versions of the time zone and locale data.
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const germanMonths = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
]

/** Digits grouped by thin spaces from five digits on: 12 345. */
export function grouped(value: number): string {
  const digits = String(value)
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u202f')
}
