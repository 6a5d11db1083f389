import { showDate, showExact, showInstant } from './dates.ts'

export type DateTimeProps = {
  /** A calendar date (`2026-03-03`) or an ISO instant. */
  value: string
  /** `minute` shows the time of day too. */
  precision?: 'day' | 'minute'
}

/** "3 Mar 2026", the exact instant with its time zone on hover. */
export function DateTime({ value, precision = 'day' }: DateTimeProps) {
  const isCalendarDate = value.length === 10
  return (
    <time dateTime={value} title={isCalendarDate ? undefined : showExact(value)}>
      {precision === 'minute' && !isCalendarDate ? showInstant(value) : showDate(value)}
    </time>
  )
}
