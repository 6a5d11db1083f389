import { normalisedAnswer } from './tokens.ts'

/** How far several answers to one prompt agree. */
export type Consistency = {
  samples: number
  /** Samples that give the most frequent answer. */
  modal: number
  /** Pairs of samples, and those with the same answer. */
  pairs: number
  samePairs: number
}

/**
 * Agreement of the samples of one prompt, after the normalisation of answers (case, punctuation, articles, blanks). Same words are asked
 * for: long free texts differ without disagreeing.
 */
export function consistencyOf(outputs: readonly string[]): Consistency {
  const answers = new Map<string, number>()
  for (const output of outputs) {
    const answer = normalisedAnswer(output)
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
  }
  let [modal, samePairs] = [0, 0]
  for (const times of answers.values()) {
    modal = Math.max(modal, times)
    samePairs += (times * (times - 1)) / 2
  }
  const samples = outputs.length
  return { samples, modal, pairs: samples < 2 ? 0 : (samples * (samples - 1)) / 2, samePairs }
}
