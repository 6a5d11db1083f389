import type { Confusion } from './cells.ts'

/** Refuses what is no count of people. @throws RangeError naming the count and what it was. */
export function checkCount(name: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`${name} must be a whole number, 0 or more; it is ${String(count)}`)
}

/** Refuses a confusion table with a count that is none. @throws RangeError */
export function checkTable(table: Confusion): void {
  checkCount('tp', table.tp)
  checkCount('fp', table.fp)
  checkCount('fn', table.fn)
  checkCount('tn', table.tn)
}

/** Refuses what is no number strictly between 0 and 1 (a confidence, a power, a level). @throws RangeError */
export function checkShare(name: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} must lie between 0 and 1; it is ${String(value)}`)
}

/** Refuses what is no rate in [0, 1]. @throws RangeError */
export function checkRate(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be a rate from 0 to 1; it is ${String(value)}`)
}
