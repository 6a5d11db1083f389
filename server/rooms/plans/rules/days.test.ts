import { describe, expect, it } from 'vitest'
import { addMonths, dayOf, isWorkingDay, monthsBetween, onOrAfter, onOrBefore } from './days.ts'
import { operatingDays } from './durations.ts'

describe('working days', () => {
  it.each([
    ['1970-01-01', 0, 0],
    ['1970-01-02', 1, 1],
    ['1970-01-03', 2, 1],
    ['1970-01-04', 2, 1],
    ['1970-01-05', 2, 2],
    ['1969-12-31', -1, -1],
    ['1969-12-28', -3, -4],
  ])('counts %s as %d from the front and %d from behind', (day, after, before) => {
    expect(onOrAfter(day)).toBe(after)
    expect(onOrBefore(day)).toBe(before)
  })

  it('agrees with the calendar on every day of thirty years', () => {
    for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2050, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      const weekday = new Date(at).getUTCDay()
      const works = weekday !== 0 && weekday !== 6
      expect(isWorkingDay(day)).toBe(works)
      expect(onOrAfter(day) - onOrBefore(day)).toBe(works ? 0 : 1)
      if (works) expect(dayOf(onOrAfter(day))).toBe(day)
    }
  })

  it('goes over leap days and the turn of the year', () => {
    expect(dayOf(onOrAfter('2028-02-28') + 1)).toBe('2028-02-29')
    expect(dayOf(onOrAfter('2026-12-31') + 1)).toBe('2027-01-01')
  })

  it('throws on what is no day, because such a one should not have come in', () => {
    expect(() => onOrAfter('1.12.2026')).toThrow(RangeError)
  })
})

describe('months', () => {
  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-05-31', 36, '2029-05-31'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it('between two days have one decimal', () => {
    expect(monthsBetween('2026-12-01', '2027-12-01')).toBe(12)
    expect(monthsBetween('2026-12-01', '2026-12-16')).toBe(0.5)
  })

  it.each([1, 2, 3, 6, 12, 24])(
    'an operating period of %d months holds as many full calendar months from any day',
    (months) => {
      for (let start = onOrAfter('2026-01-01'); start < onOrAfter('2030-01-01'); start++) {
        const dayAfter = dayOf(start + operatingDays(months))
        expect(dayAfter >= addMonths(dayOf(start), months)).toBe(true)
      }
    },
  )
})
