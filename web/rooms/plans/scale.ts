/** Where a day stands between the first and the last, in percent; days outside are held at the ends. */
export function scaleOf(first: string, last: string): (day: string) => number {
  const [from, to] = [epochDay(first), epochDay(last)]
  const length = Math.max(1, to - from)
  return (day) => Math.min(100, Math.max(0, ((epochDay(day) - from) / length) * 100))
}

export function nextDay(day: string): string {
  return new Date((epochDay(day) + 1) * millisecondsADay).toISOString().slice(0, 10)
}

/** So many working days (Monday to Friday) later. */
export function workingDaysLater(day: string, count: number): string {
  const weeks = Math.floor(count / 5)
  let at = epochDay(day) + weeks * 7
  for (let left = count - weeks * 5; left > 0; ) {
    at += 1
    if (isWorkingDay(at)) left -= 1
  }
  return new Date(at * millisecondsADay).toISOString().slice(0, 10)
}

const millisecondsADay = 86_400_000

function epochDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsADay
}

/** Day 0 was a Thursday. */
function isWorkingDay(epoch: number): boolean {
  const weekday = (epoch + 4) % 7
  return weekday !== 0 && weekday !== 6
}

/** First days of months between two days, at most about twelve of them: every month, or every second, third, sixth. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  const end = new Date(`${last}T00:00:00Z`)
  const at = new Date(`${first.slice(0, 7)}-01T00:00:00Z`)
  for (at.setUTCMonth(at.getUTCMonth() + 1); at <= end; at.setUTCMonth(at.getUTCMonth() + 1)) {
    months.push(at.toISOString().slice(0, 10))
  }
  const step = [1, 2, 3, 6, 12].find((every) => months.length / every <= 12) ?? 12
  return months.filter((_, index) => index % step === 0)
}
