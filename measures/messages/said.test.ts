import { describe, expect, it } from 'vitest'
import { judge } from '../verdict/judge.ts'
import { messageOf, named, names, phrase, saying } from './said.ts'
import { group, metric } from './terms.ts'

const say = saying({
  whole: '{what} of {group}: {count} of {columns}, {parts}; {missing}.',
  part: 'part {n}',
})

describe('a sentence of a result', () => {
  it('is said in English and kept as its code with what stands in it', () => {
    const said = say('whole', {
      what: metric('tpr'),
      group: group(['Female', null]),
      count: 3,
      columns: names(['a', 'b']),
      parts: [say('part', { n: 1 }), say('part', { n: 2 }), phrase('the rest')],
      missing: null,
    })
    expect(said.text).toBe('true positive rate of Female × unknown: 3 of a, b, part 1, part 2 and the rest; none.')
    expect(messageOf(said)).toEqual({
      code: 'whole',
      params: {
        what: { term: 'metric', id: 'tpr' },
        group: { term: 'group', values: ['Female', null] },
        count: 3,
        columns: { term: 'names', values: ['a', 'b'] },
        parts: [
          { code: 'part', params: { n: 1 } },
          { code: 'part', params: { n: 2 } },
          { term: 'phrase', id: 'the rest' },
        ],
        missing: null,
      },
    })
  })

  it('does not read values as templates', () => {
    expect(say('part', { n: '{what} $& __proto__' }).text).toBe('part {what} $& __proto__')
    expect(named('check', 'bleu')).toEqual({ of: { term: 'check', id: 'bleu' }, text: 'bleu' })
  })
})

it('a judgement carries the code of its sentence, with numbers as they are shown', () => {
  const { text, message } = judge({
    what: 'the rate',
    estimate: { value: 0.123456, low: 0.1, high: null, method: 'wilson' },
    margin: { least: 0.05, most: null },
    scale: 'rate',
    denominators: [{ of: 'everybody', counted: 'rows', count: 100 }],
  })
  expect(text).toBe('the rate is 0.1235 (95 % interval 0.1 to unbounded), wholly inside the margin (at least 0.05).')
  expect(message).toMatchObject({
    code: 'inside-margin',
    params: {
      value: 0.1235,
      high: { term: 'phrase', id: 'unbounded' },
      margin: { code: 'at-least', params: { least: 0.05 } },
    },
  })
})
