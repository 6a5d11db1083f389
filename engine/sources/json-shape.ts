import type { FileIdentity } from './identity.ts'
import type { Head } from './head.ts'
import { refuse } from './problem.ts'

/** The names that the objects of the first lines have, in order of first use. */
export function jsonColumnsOf({ role, name }: FileIdentity, { bytes, whole }: Head): string[] {
  const text = bytes.toString('utf8')
  const lines = text.split('\n')
  if (!whole) lines.pop()
  if (lines.length === 0) refuse(role, `the first line of ${name} is longer than 1 MB`)
  const columns = new Map<string, string>()
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    for (const column of keysOf(line) ?? refuse(role, `line ${index + 1} of ${name} is no JSON object`)) {
      const other = columns.get(column.toLowerCase())
      if (other !== undefined && other !== column) {
        refuse(role, `${name} has "${other}" and "${column}"; names that differ only in case cannot be told apart`)
      }
      columns.set(column.toLowerCase(), column)
    }
  }
  return [...columns.values()]
}

function keysOf(line: string): string[] | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : null
  } catch {
    return null
  }
}

/** Whether a text is JSON lines: its first character that is no space opens an object. */
export function looksLikeJson(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if (
      byte === 0x20 ||
      byte === 0x09 ||
      byte === 0x0a ||
      byte === 0x0d ||
      byte === 0xef ||
      byte === 0xbb ||
      byte === 0xbf
    )
      continue
    return byte === 0x7b
  }
  return false
}
