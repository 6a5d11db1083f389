import { requireBytes, requireText } from './arguments.ts'
import { concat, fromBase64, fromUtf8, toBase64, toHex, utf8 } from './bytes.ts'
import { LedgerError } from './errors.ts'
import { isKeyName } from './note-keys.ts'
import { hasForbiddenControl } from './note-text.ts'

/** One signature line; `bytes` are what follows the key id. */
export type NoteSignature = { name: string; keyId: string; bytes: Uint8Array }

// The specification asks for at least 16 signatures and some limit; these are the limits of Go's sumdb notes.
const MAX_NOTE_BYTES = 1_000_000
const MAX_SIGNATURES = 100
const KEY_ID_BYTES = 4

/** Cuts a note into its text and its signature lines, trusting nothing (C2SP signed-note, Format). */
export function parseNote(note: string | Uint8Array): { text: string; signatures: NoteSignature[] } {
  const whole = noteText(note)
  const blank = whole.lastIndexOf('\n\n')
  if (blank < 0) throw malformed('it has no blank line before the signatures')
  return { text: whole.slice(0, blank + 1), signatures: parseSignatureLines(whole.slice(blank + 2)) }
}

/** One or more signature lines, each ending with a newline; throws `malformed-note` for anything else. */
export function parseSignatureLines(lines: string): NoteSignature[] {
  if (!lines.endsWith('\n')) throw malformed('its signatures do not end with a newline')
  const each = lines.slice(0, -1).split('\n')
  if (each.length > MAX_SIGNATURES) throw malformed(`it has more than ${MAX_SIGNATURES} signatures`)
  return each.map(parseSignatureLine)
}

/** The line of one signature, newline included. */
export function formatSignatureLine({ name, keyId, bytes }: NoteSignature): string {
  const id = Uint8Array.from(keyId.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))
  return `— ${name} ${toBase64(concat(id, bytes))}\n`
}

/** Throws `malformed-note` unless the text can be the text of a note: it ends with a newline, no control characters. */
export function requireNoteText(text: string): void {
  requireText('text', text)
  if (hasForbiddenControl(text)) throw malformed('it contains a control character')
  if (!text.endsWith('\n')) throw malformed('its text does not end with a newline')
}

/** The note as a string that UTF-8 can carry and no longer than the limit. */
export function noteText(note: string | Uint8Array): string {
  if (typeof note !== 'string') requireBytes('note', note)
  const text = typeof note === 'string' ? note : fromUtf8(note)
  if (text === null || !text.isWellFormed()) throw malformed('it is not UTF-8')
  if (utf8(text).length > MAX_NOTE_BYTES) throw malformed(`it is longer than ${MAX_NOTE_BYTES} bytes`)
  if (hasForbiddenControl(text)) throw malformed('it contains a control character')
  return text
}

function parseSignatureLine(line: string): NoteSignature {
  const [, name, encoded] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? []
  const bytes = fromBase64(encoded ?? '')
  if (name === undefined || !isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) {
    throw malformed('a signature line is not "— name base64"')
  }
  return { name, keyId: toHex(bytes.subarray(0, KEY_ID_BYTES)), bytes: bytes.slice(KEY_ID_BYTES) }
}

function malformed(what: string): LedgerError {
  return new LedgerError('malformed-note', `Not a signed note: ${what}.`)
}
