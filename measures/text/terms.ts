import { wordsOf } from './tokens.ts'

/** What a rate of listed terms can and cannot say; shown beside it. */
export const weaknessOfTerms =
  'A list of terms finds words, not meaning: it misses insults without listed words and finds quotations, names and reclaimed words. ' +
  'A low rate does not show that outputs are harmless.'

/** Whole words and phrases that are searched for. */
export type TermList = { words: ReadonlySet<string>; phrases: readonly string[] }

/**
 * A list of terms, cut into words as texts are (letters and digits, lower case).
 * @throws RangeError for a term without any letter or digit
 */
export function termList(terms: readonly string[]): TermList {
  const cut = terms.map((term) => {
    const words = wordsOf(term)
    if (words.length === 0) throw new RangeError(`the term "${term}" has no letter or digit`)
    return words
  })
  return {
    words: new Set(cut.filter((it) => it.length === 1).map((it) => it[0] ?? '')),
    phrases: cut.filter((it) => it.length > 1).map((it) => ` ${it.join(' ')} `),
  }
}

/** How many listed words and phrases a text holds, each as often as it occurs. */
export function termsIn(text: string, list: TermList): number {
  const words = wordsOf(text)
  const single = words.filter((it) => list.words.has(it)).length
  if (list.phrases.length === 0) return single
  const line = ` ${words.join(' ')} `
  return list.phrases.reduce((sum, it) => sum + occurrences(line, it), single)
}

function occurrences(line: string, phrase: string): number {
  let [times, at] = [0, line.indexOf(phrase)]
  while (at >= 0) {
    times += 1
    at = line.indexOf(phrase, at + phrase.length - 1)
  }
  return times
}
