import { locale } from '../messages/index.ts'

const language = locale === 'de' ? 'de-DE' : 'en-GB'
const calendar = { day: 'numeric', month: 'short', year: 'numeric' } as const
const day = new Intl.DateTimeFormat(language, calendar)
const minute = new Intl.DateTimeFormat(language, { ...calendar, hour: '2-digit', minute: '2-digit' })
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' })
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
const counted = new Intl.NumberFormat(language)

/** "3 Mar 2026", from a calendar date (`2026-03-03`) or an instant. */
export function showDate(value: string | Date): string {
  return day.format(moment(value))
}

/** "3 Mar 2026, 14:05", in the reader's time zone. */
export function showInstant(value: string | Date): string {
  return minute.format(moment(value))
}

const onlyDay = /^\d{4}-\d\d-\d\d$/
const dayAndTime = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC$/

/** A text that is nothing but a calendar date or an instant of UTC, as dates are shown; any other text as it is. */
export function showDateWithin(text: string): string {
  if (onlyDay.test(text)) return showDate(text)
  const [, date, time] = dayAndTime.exec(text) ?? []
  return date === undefined || time === undefined ? text : showInstant(`${date}T${time}:00Z`)
}

/** Everything about the instant, with seconds and time zone: for hovering. */
export function showExact(value: string | Date): string {
  return exact.format(moment(value))
}

/** "1,234", in the reader's language. */
export function showNumber(value: number): string {
  return counted.format(value)
}

/** "in 5 minutes", from seconds. */
export function showSecondsAhead(seconds: number): string {
  return seconds < 90
    ? relative.format(Math.ceil(seconds), 'second')
    : relative.format(Math.ceil(seconds / 60), 'minute')
}

/** A calendar date has no zone: it is read at noon, so that no zone moves it to the day before. */
function moment(value: string | Date): Date {
  return typeof value === 'string' ? new Date(value.length === 10 ? `${value}T12:00:00` : value) : value
}
