import type { GroupValue } from './cells.ts'

/** A group in words: "Female × White"; who has no value is "unknown", the group of no columns "everybody". */
export function sayGroup(key: readonly GroupValue[]): string {
  return key.length === 0 ? 'everybody' : key.map((value) => value ?? 'unknown').join(' × ')
}
