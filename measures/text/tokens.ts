/**
 * How texts are cut. A score names its rule, since the same measure under another rule is another number. All rules are linear in the
 * length of the text.
 */

/** Words as runs of letters, marks and digits of any script, in lower case after composition (NFC). */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/**
 * The words of an answer as question answering compares them: lower case, without punctuation and the articles a, an, the (Rajpurkar and
 * others 2016, SQuAD). Punctuation is every sign of Unicode's classes P and S.
 */
export function answerTokens(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}]/gu, '')
    .split(/\s+/u)
    .filter((it) => it !== '' && it !== 'a' && it !== 'an' && it !== 'the')
}

/** What two answers share that differ only in case, punctuation, articles and blanks. */
export function normalisedAnswer(text: string): string {
  return answerTokens(text).join(' ')
}

/** Tokens of translation scoring, rule 13a of mteval-v13a as sacreBLEU names it: for Western languages. */
export function tokens13a(text: string): string[] {
  const unescaped = text
    .replaceAll('<skipped>', '')
    .replaceAll('-\n', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  return ` ${unescaped} `
    .replaceAll(/[{-~[-` -&(-+:-@/]/g, ' $& ')
    .replaceAll(/([^0-9])([.,])/g, '$1 $2 ')
    .replaceAll(/([.,])([^0-9])/g, ' $1 $2')
    .replaceAll(/([0-9])(-)/g, '$1 $2 ')
    .split(/\s+/u)
    .filter((it) => it !== '')
}

/** How often each run of `order` tokens occurs. Tokens are joined by a sign that stands in none of them. */
export function ngramCounts(tokens: readonly string[], order: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + order <= tokens.length; i++) {
    const gram = order === 1 ? (tokens[i] ?? '') : tokens.slice(i, i + order).join('\u0001')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

/** How many of the counted things both have. */
export function sharedCounts(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [gram, times] of a) shared += Math.min(times, b.get(gram) ?? 0)
  return shared
}
