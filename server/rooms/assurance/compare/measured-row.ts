import { at, numberAt, textAt } from '#kernel/json-places.ts'
import type { ComparedRow, SideView } from './contract.ts'

/** One number of one run, with everything that makes it the same number in another run. */
export type MeasuredRow = Pick<ComparedRow, 'part' | 'of' | 'group' | 'against' | 'measure' | 'unit'> & {
  side: SideView
  /** `sample`: its rows stand for more than themselves, and those of two files are others; only then is chance spoken of. */
  stands: 'sample' | 'against-a-reference' | 'whole-file' | 'tool-unknown'
}

/** The same number in two runs has the same key. */
export function keyOf({ part, of, group, against, measure }: MeasuredRow): string {
  return JSON.stringify([part, of, group, against, measure])
}

const nothing: SideView = {
  value: null,
  low: null,
  high: null,
  method: null,
  numerator: null,
  denominator: null,
  reason: null,
  verdict: null,
  limit: null,
}

/** An estimate of a record, or a bare number, as one side. */
export function sideOf(found: unknown, judged: Partial<Pick<SideView, 'verdict' | 'limit'>> = {}): SideView {
  if (typeof found === 'number') return { ...nothing, value: Number.isFinite(found) ? found : null, ...judged }
  return {
    value: numberAt(found, 'value'),
    low: numberAt(found, 'low'),
    high: numberAt(found, 'high'),
    method: textAt(found, 'method'),
    numerator: numberAt(found, 'numerator'),
    denominator: numberAt(found, 'denominator'),
    reason: textAt(found, 'reason'),
    verdict: null,
    limit: null,
    ...judged,
  }
}

const known = ['pass', 'fail', 'not-enough-data', 'not-decided', 'not-required'] as const

export function verdictAt(value: unknown, ...path: string[]): SideView['verdict'] {
  const text = at(value, ...path)
  return known.find((it) => it === text) ?? null
}

/** A bound as plans write it: `atLeast`, `atMost`. */
export function limitAt(value: unknown): SideView['limit'] {
  const [least, most] = [numberAt(value, 'atLeast'), numberAt(value, 'atMost')]
  return least === null && most === null ? null : { least, most }
}
