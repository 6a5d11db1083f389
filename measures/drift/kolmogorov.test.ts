import { describe, expect, it } from 'vitest'
import { kolmogorovTail, ksFloor, ksTail } from './kolmogorov.ts'

describe('the tail of the Kolmogorov–Smirnov statistic', () => {
  // Values of scipy 1.17's kstwo.sf, over every method that is used.
  it.each([
    [1, 0.7, 0.6000000000000001],
    [2, 0.3, 0.98],
    [10, 0.15, 0.95396527],
    [10, 0.3, 0.27053557479999946],
    [50, 0.2, 0.03143877776953241],
    [140, 0.05, 0.8576480297656114],
    [140, 0.1, 0.11353657290090946],
    [141, 0.05, 0.854845693009663],
    [145, 0.09, 0.1795534690504391],
    [150, 0.05, 0.8290828416799794],
    [200, 0.03, 0.991436524714942],
    [296, 0.06807413341257952, 0.12286662416203709],
    [500, 0.02, 0.9859871786857471],
    [1000, 0.01, 0.9999496745370611],
    [2222, 0.01295, 0.8453205258465092],
    [2222, 0.0258, 0.10203558482470654],
    [20001, 0.0105, 0.02413402574143814],
    [500000, 0.0015, 0.21034190155828947],
    [500000, 0.0022, 0.01579088281358738],
  ])('at %i rows and distance %f is %f', (n, d, wanted) => {
    expect(Math.abs(kolmogorovTail(n, d) - wanted)).toBeLessThan(n > 100_000 ? 1e-6 : 1e-7)
  })

  it.each([
    [2222, 0.1075, 8.143081910384127e-23],
    [4531, 0.173802692562, 3.64377013576036e-120],
  ])('keeps its digits far out: %i rows, %f', (n, d, wanted) => {
    expect(kolmogorovTail(n, d) / wanted - 1).toBeLessThan(1e-9)
  })

  it('is 1 without a distance, 0 at the whole one, and null without rows', () => {
    expect([ksTail(0, 10, 10), ksTail(1, 10, 10), ksTail(0.5, 0, 10)]).toEqual([1, 0, null])
    expect(() => ksTail(Number.NaN, 10, 10)).toThrow(RangeError)
  })

  it('is passed by chance as often as the floor says', () => {
    expect(ksTail(ksFloor(4000, 5000), 4000, 5000)).toBeCloseTo(0.05, 2)
    expect(ksFloor(1, 1)).toBe(1)
  })
})
