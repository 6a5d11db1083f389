import { listAt } from '#kernel/json-places.ts'

/** A value as a group is named by it; null where there is none. */
export function wordOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Values of a group: text, or null where a row has none. */
export function groupAt(value: unknown, ...path: string[]): (string | null)[] {
  return listAt(value, ...path).map(wordOf)
}
