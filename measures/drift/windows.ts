/** Rows `from` (counted from 0, inside) to `to` (outside). `whole` is false for a last window that is shorter than the others. */
export type RowWindow = { from: number; to: number; whole: boolean }

/** Instants `from` (inside) to `to` (outside), in milliseconds since 1970 (UTC). `whole` is false where the data begin or end inside of it. */
export type TimeWindow = { from: number; to: number; whole: boolean }

export type Period = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/**
 * Cuts rows into windows of equal size. A shorter last one is kept and marked: its noise floor is higher, so that its verdict stays honest.
 *
 * @throws RangeError if rows or size are no whole numbers, or the size is 0.
 */
export function windowsBySize(rows: number, size: number): RowWindow[] {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`The number of rows cannot be ${rows}.`)
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`A window holds at least one row, not ${size}.`)
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => {
    const to = Math.min(rows, (index + 1) * size)
    return { from: index * size, to, whole: to === (index + 1) * size }
  })
}

/**
 * Cuts a span of time into calendar windows: hours, days, weeks from Monday, months, quarters or years, at the edges of a clock that is
 * `offsetMinutes` ahead of UTC throughout (no daylight saving: a day has 24 hours, so that windows stay comparable).
 *
 * @param first the earliest instant of the data and `last` the latest, milliseconds since 1970, both inside.
 * @throws RangeError for instants that are not finite or in the wrong order, or more than 100,000 windows.
 */
export function windowsByTime(
  first: number,
  last: number,
  { period, offsetMinutes = 0 }: { period: Period; offsetMinutes?: number },
): TimeWindow[] {
  if (!Number.isFinite(first) || !Number.isFinite(last) || last < first) {
    throw new RangeError(`Time runs from the first to the last instant, not from ${first} to ${last}.`)
  }
  const offset = offsetMinutes * 60_000
  const windows: TimeWindow[] = []
  let from = startOf(first + offset, period)
  while (from <= last + offset) {
    if (windows.length >= 100_000)
      throw new RangeError(`More than 100,000 windows: take a period longer than ${period}.`)
    const to = nextOf(from, period)
    const whole = from >= first + offset && to - 1 <= last + offset
    windows.push({ from: from - offset, to: to - offset, whole })
    from = to
  }
  return windows
}

function startOf(instant: number, period: Period): number {
  const date = new Date(instant)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  switch (period) {
    case 'hour':
      return Math.floor(instant / 3_600_000) * 3_600_000
    case 'day':
      return Date.UTC(year, month, day)
    case 'week':
      return Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7))
    case 'month':
      return Date.UTC(year, month, 1)
    case 'quarter':
      return Date.UTC(year, month - (month % 3), 1)
    case 'year':
      return Date.UTC(year, 0, 1)
  }
}

function nextOf(start: number, period: Period): number {
  const date = new Date(start)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  switch (period) {
    case 'hour':
      return start + 3_600_000
    case 'day':
      return start + 86_400_000
    case 'week':
      return start + 7 * 86_400_000
    case 'month':
      return Date.UTC(year, month + 1, 1)
    case 'quarter':
      return Date.UTC(year, month + 3, 1)
    case 'year':
      return Date.UTC(year + 1, 0, 1)
  }
}
