import { best, overlapFrom, type Overlap } from './answers.ts'
import { wordsOf } from './tokens.ts'

/**
 * ROUGE-L of whole texts: the longest common subsequence of words L, precision L/|output|, recall L/|expected|, their F1 (β = 1), of the best
 * expectation. Words are runs of letters and digits in lower case, without stemming.
 * Source: C.-Y. Lin (2004), ROUGE: A Package for Automatic Evaluation of Summaries.
 */
export function rougeL(output: string, expected: readonly string[]): Overlap {
  const words = wordsOf(output)
  return best(
    expected.map((it) => {
      const others = wordsOf(it)
      return overlapFrom(longestCommonSubsequence(words, others), words.length, others.length)
    }),
  )
}

/**
 * The length of the longest common subsequence, 32 places of the first list at a time (H. Hyyrö 2004, Bit-parallel LCS-length computation
 * revisited): n·m/32 steps, memory of the lists.
 */
export function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  const places = new Map<string, number[]>()
  a.forEach((token, i) => {
    const held = places.get(token)
    if (held) held.push(i)
    else places.set(token, [i])
  })
  const blocks = Math.ceil(a.length / 32)
  const open = new Uint32Array(blocks).fill(0xffffffff)
  const matches = new Uint32Array(blocks)
  for (const token of b) {
    const here = places.get(token)
    if (!here) continue
    matches.fill(0)
    for (const i of here) matches[i >>> 5] = (matches[i >>> 5] ?? 0) | (1 << (i & 31))
    let carry = 0
    for (let block = 0; block < blocks; block++) {
      const v = open[block] ?? 0
      const match = matches[block] ?? 0
      const sum = v + ((v & match) >>> 0) + carry
      carry = sum > 0xffffffff ? 1 : 0
      open[block] = (sum >>> 0) | (v & ~match)
    }
  }
  let length = 0
  for (let i = 0; i < a.length; i++) if (((open[i >>> 5] ?? 0) & (1 << (i & 31))) === 0) length += 1
  return length
}
