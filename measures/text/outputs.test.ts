import { describe, expect, it } from 'vitest'
import { citationsAgainst, citationsIn } from './citations.ts'
import { groundedness } from './groundedness.ts'
import { patternsIn, personalPatterns, secretPatterns } from './patterns.ts'
import { isEmptyOutput, looksLikeRefusal } from './refusals.ts'
import { consistencyOf } from './self-consistency.ts'
import { termList, termsIn } from './terms.ts'

describe('a refusal', () => {
  it.each([
    ['I\u2019m sorry, but I can\u2019t help with that.', true],
    ['Dabei kann ich nicht helfen, tut mir leid.', true],
    ['Yes: the limit is 50 euros.', false],
    [`${'word '.repeat(100)} i cannot help`, false],
    ['', false],
  ])('in "%s" is %s', (text, refused) => {
    expect(looksLikeRefusal(text)).toBe(refused)
  })
  it.each([
    ['', true],
    [' \n\u00a0\u200b', true],
    ['.', false],
  ])('is not the same as nothing: "%s" is empty %s', (text, empty) => {
    expect(isEmptyOutput(text)).toBe(empty)
  })
})

describe('listed terms', () => {
  it('are whole words and phrases of any script', () => {
    const list = termList(['Idiot', 'shut up', 'дурак'])
    expect(termsIn('Shut up, you IDIOT! Idiotic дурак; shut up.', list)).toBe(4)
    expect(() => termList(['!!'])).toThrow(RangeError)
  })
})

describe('what a text gives away', () => {
  const found = (text: string) => patternsIn(text, [...personalPatterns, ...secretPatterns]).map((it) => it.id)
  it.each([
    ['mail ann.b+c@mail.example.org', ['email']],
    ['card 4111 1111 1111 1111', ['card']],
    ['card 4111 1111 1111 1112', []],
    ['GB82 WEST 1234 5698 7654 32', ['iban']],
    ['GB82 WEST 1234 5698 7654 31', []],
    ['ssn 123-45-6789 and 000-12-3456', ['us-ssn']],
    ['NINO AB123456C', ['uk-nino']],
    ['DNI 12345678Z, 12345678A', ['es-dni']],
    ['NIR 2 69 05 49 588 157 80', ['fr-nir']],
    ['call +44 20 7946 0958', ['phone']],
    ['host 192.168.0.255, version 1.2.3', ['ipv4']],
    ['AKIAABCDEFGHIJKLMNOP', ['aws-access-key']],
    [`ghp_${'a1'.repeat(18)}`, ['github-token']],
    ['-----BEGIN RSA PRIVATE KEY-----', ['private-key']],
    ['postgres://ann:secret@localhost/x', ['password-in-url']],
    ['nothing at all, 1234', []],
  ])('in "%s" is %j', (text, ids) => {
    expect(found(text)).toEqual(ids)
  })
  it.each(['a', 'a.', '1 ', '1-', 'A1', '+', '@a.', 'eyJ', '://a:', 'a@a.', '(1', 'sk-'])(
    'is searched in linear steps in a long run of "%s"',
    (unit) => {
      expect(found(unit.repeat(Math.ceil(200_000 / unit.length)))).not.toContain('iban')
    },
  )
})

describe('overlap with the context', () => {
  const context = 'The limit of the Basic account is 50 euros a day. Ask Mr Smith in Berlin.'
  it('counts runs of words, names and numbers', () => {
    expect(groundedness('The limit of the Basic account is 70 euros in Paris.', context)).toEqual({
      runs: 9,
      runsFound: 5,
      names: 3,
      namesFound: 1,
    })
  })
  it('takes texts that are shorter than a run, empty ones, and no context', () => {
    expect(groundedness('Berlin', context)).toMatchObject({ runs: 1, runsFound: 1 })
    expect(groundedness('', context)).toEqual({ runs: 0, runsFound: 0, names: 0, namesFound: 0 })
    expect(groundedness('one two three', '')).toMatchObject({ runs: 1, runsFound: 0 })
  })
})

describe('citations', () => {
  it('are ids in brackets, not links, each once', () => {
    expect(citationsIn('So [1], [doc-2; doc-3] and [1] but not [a link](http://x), [two words] or [].')).toEqual([
      '1',
      'doc-2',
      'doc-3',
    ])
    expect(citationsAgainst('[1] [9]', new Set(['1']))).toEqual({ cited: 2, existing: 1 })
  })
})

describe('several answers to one prompt', () => {
  it('agree but for case and punctuation', () => {
    expect(consistencyOf(['Paris.', 'paris', 'Lyon'])).toEqual({ samples: 3, modal: 2, pairs: 3, samePairs: 1 })
    expect(consistencyOf([])).toEqual({ samples: 0, modal: 0, pairs: 0, samePairs: 0 })
  })
})
