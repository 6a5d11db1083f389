import { requireCount, requireFields, requireText } from './arguments.ts'
import { toBase64 } from './bytes.ts'
import { LedgerError } from './errors.ts'
import { parseDecimal, parseHash } from './line-fields.ts'
import { hasForbiddenControl } from './note-text.ts'

/** What a log says of itself at one size (C2SP tlog-checkpoint). */
export type Checkpoint = {
  /** Names the log; one log has one origin for ever. */
  origin: string
  /** The number of entries. */
  size: number
  /** The RFC 6962 root at that size, 32 bytes. */
  root: Uint8Array
  /** Further lines without their newlines; none in a checkpoint of ours. */
  extensions: readonly string[]
}

/**
 * Reads the text of a checkpoint note, that is what `openNote` gives: the signatures are not part of it. Exactly one
 * text stands for one checkpoint; anything else throws `malformed-checkpoint`.
 */
export function parseCheckpoint(text: string): Checkpoint {
  requireText('text', text)
  if (hasForbiddenControl(text)) throw malformed('it contains a control character')
  if (!text.endsWith('\n')) throw malformed('its last line does not end with a newline')
  const lines = text.slice(0, -1).split('\n')
  const [origin, size, root, ...extensions] = lines
  if (origin === undefined || size === undefined || root === undefined) throw malformed('it has fewer than three lines')
  if (lines.includes('')) throw malformed('it has an empty line (pass the text of the opened note, not the whole note)')
  return { origin, size: parseSize(size), root: parseRoot(root), extensions }
}

/** The note text of a checkpoint; throws where `parseCheckpoint` would refuse the result. */
export function formatCheckpoint(checkpoint: Omit<Checkpoint, 'extensions'> & Partial<Checkpoint>): string {
  requireFields('checkpoint', checkpoint)
  const { origin, size, root, extensions = [] } = checkpoint
  requireCount('size', size)
  const lines = [origin, String(size), root instanceof Uint8Array ? toBase64(root) : '', ...extensions]
  if (lines.some((line) => typeof line !== 'string' || line.includes('\n'))) {
    throw malformed('the origin and each extension must be one line')
  }
  const text = `${lines.join('\n')}\n`
  parseCheckpoint(text)
  return text
}

function parseSize(line: string): number {
  const size = parseDecimal(line)
  if (size === null) throw malformed('its second line is not a decimal number up to 2^53 − 1 without leading zeros')
  return size
}

function parseRoot(line: string): Uint8Array {
  const root = parseHash(line)
  if (!root) throw malformed('its third line is not the base 64 of 32 bytes')
  return root
}

function malformed(what: string): LedgerError {
  return new LedgerError('malformed-checkpoint', `Not a checkpoint: ${what}.`)
}
