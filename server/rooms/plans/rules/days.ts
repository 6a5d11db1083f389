import type { Day } from './terms.ts'

const millisecondsADay = 86_400_000

/**
 * Working days are counted: number 0 is Thursday 1 January 1970, number 1 the Friday, number 2 the Monday after. So the
 * arithmetic of the plan is that of whole numbers, and dates come in only at its edges.
 */
export type WorkingDay = number

/** Number of the first working day on or after the day. */
export function onOrAfter(day: Day): WorkingDay {
  const { week, weekday } = split(day)
  return week * 5 + Math.min(weekday, 5) - 3
}

/** Number of the last working day on or before the day. */
export function onOrBefore(day: Day): WorkingDay {
  const { week, weekday } = split(day)
  return week * 5 + Math.min(weekday, 4) - 3
}

export function dayOf(number: WorkingDay): Day {
  const shifted = number + 3
  const week = Math.floor(shifted / 5)
  return isoDay(week * 7 + (shifted - week * 5) - 3)
}

export function isWorkingDay(day: Day): boolean {
  return split(day).weekday < 5
}

/** The same day of a later (or earlier) month, or the last day of a month that is too short. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}

/** Calendar months between two days, one decimal, by the mean length of a month. */
export function monthsBetween(from: Day, to: Day): number {
  return Math.round(((epochDay(to) - epochDay(from)) / 30.436875) * 10) / 10
}

/** Weeks since the Monday before 1 January 1970, and the day of the week with Monday as 0. */
function split(day: Day): { week: number; weekday: number } {
  const sinceMonday = epochDay(day) + 3
  const week = Math.floor(sinceMonday / 7)
  return { week, weekday: sinceMonday - week * 7 }
}

function epochDay(day: Day): number {
  const [year, month, date] = parts(day)
  return Date.UTC(year, month - 1, date) / millisecondsADay
}

function isoDay(epoch: number): Day {
  return new Date(epoch * millisecondsADay).toISOString().slice(0, 10)
}

/** Days are checked at the door (contract.ts); anything else here is a bug. */
function parts(day: Day): [year: number, month: number, date: number] {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!found) throw new RangeError(`not a day: ${day}`)
  return [Number(found[1]), Number(found[2]), Number(found[3])]
}
