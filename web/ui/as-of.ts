import { useRouterState } from '@tanstack/react-router'
import { t } from '../messages/index.ts'
import { showDate, showInstant } from './dates.ts'

/** The instant (ISO) or sequence number that the page looks at, from the address; undefined means now. */
export function useAsOf(): string | undefined {
  return useRouterState({ select: (state) => readAsOf(state.location.searchStr) })
}

export function readAsOf(search: string): string | undefined {
  return new URLSearchParams(search).get('asOf') ?? undefined
}

/** The header that asks the server for the past. A date alone means the end of that day where the reader is. */
export function asOfHeader(asOf: string | undefined): Record<string, string> {
  if (asOf === undefined) return {}
  return { 'Assay-As-Of': isDate(asOf) ? new Date(`${asOf}T23:59:59.999`).toISOString() : asOf }
}

/** "3 Mar 2026", "3 Mar 2026, 14:05" or "entry 120", for the frame and for refusals. */
export function showAsOf(asOf: string): string {
  if (/^\d+$/.test(asOf)) return t('entry {seq}', { seq: asOf })
  return isDate(asOf) ? showDate(asOf) : showInstant(asOf)
}

function isDate(asOf: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(asOf)
}
