import { at, listAt, numberAt, textAt } from '@assay/server/kernel/json-places.ts'

export { at, listAt, numberAt, textAt }

export type Json = Record<string, unknown>

/** Values of a group: text, or null where a row has none. */
export function groupAt(value: unknown, ...path: string[]): (string | null)[] {
  const found = at(value, ...path)
  if (!Array.isArray(found)) return typeof found === 'string' ? [found] : []
  return found.map((one) => (one === null ? null : String(one)))
}

export type Estimated = { value: number | null; low: number | null; high: number | null; method: string | null }

export function estimateAt(value: unknown, ...path: string[]): Estimated {
  const found = at(value, ...path)
  return {
    value: numberAt(found, 'value'),
    low: numberAt(found, 'low'),
    high: numberAt(found, 'high'),
    method: textAt(found, 'method'),
  }
}
