// The engine's record arrives as plain JSON, whose shape depends on the kind of measurement. Everything is read through these, so
// that a place that is not there is not shown, instead of breaking the page.

export type Json = Record<string, unknown>

export function at(value: unknown, ...path: string[]): unknown {
  let found: unknown = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = Reflect.get(found, key)
  }
  return found
}

export function numberAt(value: unknown, ...path: string[]): number | null {
  const found = at(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}

export function textAt(value: unknown, ...path: string[]): string | null {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : null
}

export function listAt(value: unknown, ...path: string[]): unknown[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

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
