import { describe, expect, it } from 'vitest'
import { monthsBetween, nextDay, scaleOf, workingDaysLater } from './scale.ts'

describe('the scale of the timeline', () => {
  const at = scaleOf('2026-12-01', '2026-12-11')

  it.each([
    ['2026-12-01', 0],
    ['2026-12-06', 50],
    ['2026-12-11', 100],
    ['2026-11-01', 0],
    ['2027-01-01', 100],
  ])('puts %s at %d percent', (day, percent) => {
    expect(at(day)).toBe(percent)
  })

  it('stands a road of one day', () => {
    expect(scaleOf('2026-12-01', '2026-12-01')('2026-12-01')).toBe(0)
  })

  it('marks every month of a short road, and fewer of a long one', () => {
    expect(monthsBetween('2026-11-23', '2027-02-01')).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
    expect(monthsBetween('2026-11-23', '2028-06-01').length).toBeLessThanOrEqual(12)
  })
})

describe('working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-26', 7, '2026-12-07'],
  ])('%s and %d later is %s', (day, count, expected) => {
    expect(workingDaysLater(day, count)).toBe(expected)
  })

  it('the day after the last of a month is the first of the next', () => {
    expect(nextDay('2027-02-28')).toBe('2027-03-01')
  })
})
