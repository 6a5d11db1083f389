import { at, listAt, numberAt, textAt } from '#kernel/json-places.ts'
import type { NoteView } from './contract.ts'

/** Keys of a definition that change no number, only what is asked of it or how it is told. */
const limits = new Set(['title', 'reason', 'thresholds', 'margins', 'tables'])

/** What is not alike about how two runs were measured, from their records. */
export function notesOn(before: unknown, after: unknown): NoteView[] {
  const version = (of: unknown, what: string) => textAt(of, 'engine', what) ?? ''
  const notes: NoteView[] = []
  for (const [kind, what] of [
    ['other-engine', 'version'],
    ['other-rules', 'rules'],
  ] as const) {
    const [was, is] = [version(before, what), version(after, what)]
    if (was !== is) notes.push({ kind, before: was, after: is })
  }
  const keys = differingKeys(at(before, 'definition'), at(after, 'definition'))
  if (keys.length > 0) {
    const limitsOnly = keys.every((key) => limits.has(key) || sameButAsked(key, before, after))
    notes.push({ kind: 'other-definition', keys, limitsOnly })
  }
  const file = (of: unknown, role: string) => hashOf(of, role)
  if (file(before, 'reference') !== file(after, 'reference')) notes.push({ kind: 'other-reference' })
  const hash = file(before, 'data')
  if (hash !== null && hash === file(after, 'data')) notes.push({ kind: 'same-file' })
  else if (sameRowsPerhaps(before, after)) notes.push({ kind: 'same-rows-perhaps' })
  return notes
}

/** The hash of a file of a run; an imported one has its own under another name. */
function hashOf(record: unknown, role: string): string | null {
  const file = listAt(record, 'data').find((it) => textAt(it, 'role') === role)
  return textAt(file, 'sha256') ?? (role === 'data' ? textAt(record, 'fileSha256') : null)
}

/** What is asked of a check is a limit as well, though it stands within the check. */
function sameButAsked(key: string, before: unknown, after: unknown): boolean {
  if (key !== 'checks') return false
  const [was, is] = [before, after].map((it) =>
    JSON.stringify(listAt(it, 'definition', key), (name, value: unknown) => (name === 'asked' ? undefined : value)),
  )
  return was === is
}

function differingKeys(before: unknown, after: unknown): string[] {
  const keys = new Set([before, after].flatMap((it) => (typeof it === 'object' && it !== null ? Object.keys(it) : [])))
  return [...keys].filter((key) => JSON.stringify(at(before, key)) !== JSON.stringify(at(after, key))).toSorted()
}

/**
 * Two files may hold the same people scored anew, or the same prompts answered anew. Then the runs are not of independent rows, and what
 * is known of independent ones says nothing. Nobody can see that from records for sure: equal numbers of rows and of favourable labels in
 * every group are taken for it.
 */
function sameRowsPerhaps(before: unknown, after: unknown): boolean {
  const [was, is] = [shapeOf(before), shapeOf(after)]
  return was !== null && was === is
}

function shapeOf(record: unknown): string | null {
  const result = at(record, 'result')
  const rows = listAt(record, 'data').map((it) => numberAt(it, 'rowsUsed'))
  const kind = textAt(record, 'kind')
  if (kind === 'llm') return JSON.stringify(rows)
  if (kind === 'calibration') return JSON.stringify([rows, numberAt(result, 'overall', 'positives')])
  if (kind !== 'fairness' && kind !== 'performance') return null
  const groups = [at(result, 'overall'), ...listAt(result, 'attributes')].flatMap((it) => listAt(it, 'groups'))
  const counted = groups.map((it) => [
    at(it, 'group'),
    numberAt(it, 'n'),
    (numberAt(it, 'tp') ?? 0) + (numberAt(it, 'fn') ?? 0),
  ])
  return JSON.stringify([rows, counted])
}
