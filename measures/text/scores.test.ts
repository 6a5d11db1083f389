import { describe, expect, it } from 'vitest'
import { exactMatch, lastNumber, numericMatch, tokenOverlap } from './answers.ts'
import { bleu } from './bleu.ts'
import { chrf } from './chrf.ts'
import { longestCommonSubsequence, rougeL } from './rouge-l.ts'
import { tokens13a } from './tokens.ts'

const corpus = [
  { output: 'The dog bit the man.', expected: ['The dog bit the man.', 'The dog had bit the man.'] },
  { output: "It wasn't surprising.", expected: ['It was not unexpected.', 'No one was surprised.'] },
  { output: 'The man had just bitten him.', expected: ['The man bit him first.', 'The man had bitten the dog.'] },
]
const sequence = [{ output: 'am I am a character sequence', expected: ['I am a symbol string sequence a a'] }]

describe('an exact match', () => {
  it.each([
    ['The  Cat.', ['cat'], true],
    ['an apple', ['apples'], false],
    ['', [''], true],
    ['Ünïcode!', ['ünïcode'], true],
    ['東京', ['京都', '東京'], true],
    ['__proto__', ['proto'], true],
  ])('of "%s" with %j is %s', (output, expected, equal) => {
    expect(exactMatch(output, expected)).toBe(equal)
  })
})

describe('token F1', () => {
  it('shares words as often as both have them', () => {
    expect(tokenOverlap('the cat sat on the mat', ['a cat on a mat mat'])).toEqual({
      precision: 0.75,
      recall: 0.75,
      f1: 0.75,
    })
  })
  it('of nothing with nothing is 1, with something 0', () => {
    expect([tokenOverlap('', ['']).f1, tokenOverlap('', ['x']).f1, tokenOverlap('x', []).f1]).toEqual([1, 0, 0])
  })
})

describe('ROUGE-L', () => {
  it.each([
    ['police kill the gunman', 0.75],
    ['the gunman kill police', 0.5],
  ])('of "%s" with "police killed the gunman" is %s (Lin 2004, section 3)', (output, f1) => {
    expect(rougeL(output, ['police killed the gunman']).f1).toBe(f1)
  })
  it('finds the longest common subsequence beyond one machine word', () => {
    const seeded = Array.from({ length: 300 }, (_, i) => String((i * i * 7 + i * 3) % 11))
    const other = Array.from({ length: 260 }, (_, i) => String((i * i * 5 + i) % 11))
    expect(longestCommonSubsequence(seeded, other)).toBe(plainLcs(seeded, other))
    expect(longestCommonSubsequence([], other)).toBe(0)
  })
  it('takes very long texts', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `w${i % 50}`).join(' ')
    expect(rougeL(long, [long]).f1).toBe(1)
  })
})

describe('BLEU', () => {
  it('clips what is said too often (Papineni and others 2002, example 2: 2/7)', () => {
    const found = bleu([
      { output: 'the the the the the the the', expected: ['the cat is on the mat', 'there is a cat on the mat'] },
    ])
    expect(found.precisions[0]).toBeCloseTo(2 / 7, 12)
  })
  it.each([
    ['a corpus with two expectations', corpus, {}, 48.53082],
    ['without smoothing', sequence, { smoothing: { method: 'none' } }, 0],
    ['with a floor of 0.1', sequence, { smoothing: { method: 'floor', value: 0.1 } }, 15.55722182],
  ] as const)('of %s is as in the tests of sacreBLEU', (_, pairs, options, expected) => {
    expect(bleu(pairs, options).value).toBeCloseTo(expected, 4)
  })
  it.each([
    ['exp', { method: 'exp' }, 23.263472697663296],
    ['add-k 1', { method: 'add-k', value: 1 }, 30.616451868424463],
  ] as const)('smoothed by %s is as sacreBLEU 2.6.0 gives it', (_, smoothing, expected) => {
    expect(bleu(sequence, { smoothing }).value).toBeCloseTo(expected, 9)
  })
  it('of a sentence with signs and numbers is as sacreBLEU 2.6.0 gives it', () => {
    const pair = {
      output: 'Costs rose 3.5% to $1,200-1,300, "roughly"; see A/B (p. 4).',
      expected: ['Costs rose by 3.5 % to $1,200 - 1,300 "roughly", see A/B (page 4).'],
    }
    expect(bleu([pair], { effectiveOrder: true }).value).toBeCloseTo(52.17592866832708, 9)
  })
  it('has no value without texts, 0 for empty ones, and 100 for a short equal one', () => {
    expect(bleu([]).value).toBeNull()
    expect(bleu([{ output: '', expected: ['x'] }]).value).toBe(0)
    expect(bleu([{ output: 'a test', expected: ['a test'] }], { effectiveOrder: true }).value).toBeCloseTo(100, 9)
  })
  it('cuts numbers and signs by rule 13a', () => {
    expect(tokens13a('Hi, 3.5% of 1,000-2,000&amp;c.')).toEqual([
      'Hi',
      ',',
      '3.5',
      '%',
      'of',
      '1,000',
      '-',
      '2,000',
      '&',
      'c',
      '.',
    ])
  })
})

describe('chrF', () => {
  it.each([
    ['a corpus with two expectations', corpus, 59.72751782684763],
    [
      'signs beyond the basic plane',
      [{ output: 'Niemand hat die Absicht', expected: ['Niemand hatte die Absicht, 🙂'] }],
      71.58853307588,
    ],
  ])('of %s is as sacreBLEU 2.6.0 gives it', (_, pairs, expected) => {
    expect(chrf(pairs).value).toBeCloseTo(expected, 9)
  })
  it.each([
    ['aa', 'ab', 25],
    ['a b c', 'abc', 100],
    ['', 'reference', 0],
  ])('of "%s" with "%s" at beta 3 is %s (tests of sacreBLEU)', (output, expected, score) => {
    expect(chrf([{ output, expected: [expected] }], { beta: 3 }).value).toBeCloseTo(score, 9)
  })
})

describe('a number in a text', () => {
  it.each([
    ['The answer is 1,234.5 euros.', 1234.5],
    ['between 3 and \u22124', -4],
    ['1e400', null],
    ['no number', null],
    ['12 %', 12],
  ])('of "%s" is %s', (text, number) => {
    expect(lastNumber(text)).toBe(number)
  })
  it('matches within a tolerance, and refuses an expectation without one', () => {
    expect(numericMatch('about 100.4', '100', { absolute: 0.5 })).toBe(true)
    expect(numericMatch('about 101', '100', { absolute: 0.5 })).toBe(false)
    expect(() => numericMatch('1', 'one')).toThrow(RangeError)
  })
})

function plainLcs(a: string[], b: string[]): number {
  let before = Array.from({ length: b.length + 1 }, () => 0)
  for (const x of a) {
    const row = [0]
    b.forEach((y, j) => row.push(x === y ? (before[j] ?? 0) + 1 : Math.max(row[j] ?? 0, before[j + 1] ?? 0)))
    before = row
  }
  return before.at(-1) ?? 0
}
