import type { Problem } from '../sources/problem.ts'
import type { DataRole } from '../run.ts'

/**
 * Errors of DuckDB that the input is to blame for, in words that help; null for everything else, which is a bug of ours. The text of
 * a line is not repeated: it may hold personal data. `linked` are the roles of the files in the order in which they were linked.
 */
export function refusalOf(
  error: unknown,
  { memoryLimit, linked }: { memoryLimit: string; linked: readonly DataRole[] },
): Problem[] | null {
  if (!(error instanceof Error)) return null
  const { message } = error
  // Unpacking in our own process fails with codes of its own.
  if ('code' in error && /^(Z_|ZSTD_)/.test(String(error.code))) return [{ path: 'data', message: cutOff }]
  const line = /on Line: (\d+)/i.exec(message)?.[1]
  const path = linked[Number(/\bfile-(\d+)/.exec(message)?.[1] ?? 0)] ?? 'data'
  const at = line === undefined ? 'a line' : `line ${line}`
  for (const [pattern, words] of readingProblems)
    if (pattern.test(message)) return [{ path, message: words(at, message) }]
  if (message.startsWith('Out of Memory')) {
    return [
      {
        path: '',
        message: `does not fit into ${memoryLimit} of memory; allow more, or measure fewer columns at a time`,
      },
    ]
  }
  return null
}

const cutOff = 'cannot be unpacked to its end; it may be cut off'

const readingProblems: [RegExp, (at: string, message: string) => string][] = [
  [/not utf-8 encoded|Invalid unicode/i, (at) => `${at} is not UTF-8; save the file as UTF-8`],
  [/unterminated quote/i, (at) => `${at} opens a quote that is never closed`],
  [
    /Maximum line size|Parallel CSV Reader currently does not support/i,
    (at) => `${at} is longer than 2 MB; is a quote missing, or is this no CSV file?`,
  ],
  [
    /Expected Number of Columns: (\d+) Found: (\d+)/i,
    (at, message) => {
      const [, expected, found] = /Expected Number of Columns: (\d+) Found: (\d+)/i.exec(message) ?? []
      return `${at} has ${found} fields and the header has ${expected}; correct the line or quote its delimiter`
    },
  ],
  [
    /state machine reached an invalid state/i,
    () =>
      'lines end in different ways, some with a carriage return and some without; save it with one kind of line end',
  ],
  [/No files found that match/i, () => 'was removed while it was measured; run again when nothing writes to it'],
  [/CSV Error/i, (at) => `${at} cannot be read as CSV; correct it`],
  // The reader has passed the line that it could not read.
  [/Malformed JSON/i, (_, message) => `line ${Number(/in line (\d+)/i.exec(message)?.[1] ?? 2) - 1} is no JSON object`],
  // The text of the object stands in the message and is left out here.
  [
    /JSON transform error[^]*has duplicate key/i,
    (_, message) => `line ${/in line (\d+)/i.exec(message)?.[1] ?? 'unknown'} has a key twice; name each value once`,
  ],
  [
    /JSON transform error/i,
    (_, message) =>
      `line ${/in line (\d+)/i.exec(message)?.[1] ?? 'unknown'} cannot be read as a JSON object; correct it`,
  ],
  [/maximum_object_size/i, () => 'an object is larger than 16 MB; is a line end missing?'],
  [/gzip|zstd|ZSTD|GZIP|inflate/i, () => cutOff],
  [/parquet/i, () => 'cannot be read as Parquet to its end; it may be damaged'],
]
