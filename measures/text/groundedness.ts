import { wordsOf } from './tokens.ts'

/** How much of an output can be found in the context that it was given. */
export type Groundedness = {
  /** Runs of words of the output, and how many of them stand in the context. A shorter output is one run. */
  runs: number
  runsFound: number
  /** Names (words with a capital inside a sentence) and numbers of the output, each once, and how many stand in the context. */
  names: number
  namesFound: number
}

/**
 * Overlap with the context: runs of `order` words (3 unless said), and names and numbers. Found is not the same as entailed: a text may say
 * the opposite in the same words, and a right paraphrase shares few runs. In languages that write nouns with a capital, nouns count as names.
 */
export function groundedness(output: string, context: string, order = 3): Groundedness {
  if (!Number.isSafeInteger(order) || order < 1) throw new RangeError(`a run has one word or more; it is ${order}`)
  const words = wordsOf(output)
  const size = Math.min(order, words.length)
  const known = wordsOf(context)
  const found = runsOf(known, size)
  const runs = size === 0 ? [] : [...runsOf(words, size)]
  const names = namesIn(output)
  const knownWords = new Set(known)
  return {
    runs: runs.length,
    runsFound: runs.filter((it) => found.has(it)).length,
    names: names.length,
    namesFound: names.filter((it) => it.every((word) => knownWords.has(word))).length,
  }
}

function runsOf(words: readonly string[], size: number): Set<string> {
  const runs = new Set<string>()
  if (size > 0) for (let i = 0; i + size <= words.length; i++) runs.add(words.slice(i, i + size).join(' '))
  return runs
}

/** Names and numbers, each once, as the words that they are cut into. */
function namesIn(text: string): string[][] {
  const found = new Set<string>()
  let startsSentence = true
  for (const [piece] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+(?:[.,'’-][\p{L}\p{M}\p{N}]+)*|[.!?:\n]/gu)) {
    if (/^[.!?:\n]$/u.test(piece)) {
      startsSentence = true
      continue
    }
    const isNumber = /^\p{N}/u.test(piece)
    const isName = !startsSentence && /^\p{Lu}/u.test(piece)
    if (isNumber || isName) found.add(wordsOf(piece).join(' '))
    startsSentence = false
  }
  return [...found].map((it) => it.split(' '))
}
