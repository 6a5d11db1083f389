import { describe, expect, it } from 'vitest'
import { consistencyOfNeighbours, type Individual } from './consistency.ts'

const on = (...people: [place: number, decision: 0 | 1][]): Individual[] =>
  people.map(([place, decision]) => ({ features: [place], decision }))

describe('consistency of neighbours', () => {
  // 0, 1, 2 and 10, 11, 12 on a line; by hand: the nearest two of 0 are 1 and 2, of 10 are 11 and 12.
  const two = on([0, 1], [1, 1], [2, 0], [10, 0], [11, 0], [12, 0])

  it('is 1 where everybody is treated as those who are alike', () => {
    expect(consistencyOfNeighbours(on([0, 1], [1, 1], [9, 0], [10, 0]), { neighbours: 1 }).value).toBe(1)
  })

  it('takes the mean distance to the neighbours, each person apart from them', () => {
    // |1 − 1/2| + |1 − 1/2| + |0 − 1| + 0 + 0 + 0
    expect(consistencyOfNeighbours(two, { neighbours: 2 }).value).toBeCloseTo(1 - 2 / 6, 12)
  })

  it('or, as other tools have it, each person among them', () => {
    // |1 − 1| + |1 − 1| + |0 − 1/2| + 0 + 0 + 0, of two equally near people the first
    expect(consistencyOfNeighbours(two, { neighbours: 2, countSelf: true }).value).toBeCloseTo(1 - 0.5 / 6, 12)
  })

  it('counts a person among their own neighbours even where others are exactly alike', () => {
    const alike = on([0, 0], [0, 0], [0, 0], [0, 1])
    expect(consistencyOfNeighbours(alike, { neighbours: 1, countSelf: true }).value).toBe(1)
  })

  it('is undefined with too few people, and refuses what is no person', () => {
    expect(consistencyOfNeighbours(two.slice(0, 5)).value).toBeNull()
    expect(() => consistencyOfNeighbours(two, { neighbours: 0 })).toThrow('not 0')
    expect(() => consistencyOfNeighbours([...two, { features: [Number.NaN], decision: 0 }])).toThrow('no finite number')
    expect(() => consistencyOfNeighbours([...two, { features: [1, 2], decision: 0 }])).toThrow(
      'person 6 has 2 features',
    )
  })
})
