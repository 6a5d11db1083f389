import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'

export type Locale = 'en' | 'de'
export const locales: { value: Locale; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
]

const storageKey = 'assay:locale'

/** The language of this page view. It cannot change within one: `chooseLocale` loads the page anew. */
export const locale: Locale = chosenLocale()

// Awaited here, so that a text made while a module loads (a title, a navigation entry) is already in the language.
const catalogue: Record<string, string> = locale === 'de' ? (await import('./de.ts')).german : {}
const parsed = new Map<string, IntlMessageFormat>()

/**
 * A text of the page in the reader's language. The English text is the key, in ICU message form:
 * `t('{count, plural, one {# risk} other {# risks}}', { count })`. A text without an entry appears in English.
 */
export function t(english: string, values?: Record<string, PrimitiveType>): string {
  const text = catalogue[english] ?? english
  if (!values) return text
  const format = parsed.get(text) ?? new IntlMessageFormat(text, locale)
  parsed.set(text, format)
  return String(format.format(values))
}

/**
 * A text that German says otherwise in another place: `tIn('button', 'Done')` is “Fertig” at a button, where what is done is “Erledigt”.
 * The catalogue has it as `Done [button]`.
 */
export function tIn(place: string, english: string): string {
  return catalogue[`${english} [${place}]`] ?? english
}

export function chooseLocale(chosen: Locale): void {
  localStorage.setItem(storageKey, chosen)
  location.reload()
}

function chosenLocale(): Locale {
  if (typeof document === 'undefined') return 'en'
  const wished = localStorage.getItem(storageKey) ?? navigator.language
  return wished.startsWith('de') ? 'de' : 'en'
}
