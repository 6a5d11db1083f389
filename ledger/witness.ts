import { type AddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts'
import { sameBytes } from './bytes.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { LedgerError } from './errors.ts'
import { verifyConsistency } from './merkle-verify.ts'
import { parseNote } from './note.ts'
import type { Verifier } from './note-keys.ts'
import { openNote } from './open-note.ts'

/** What a witness keeps of each log it watches; `latest` is the last checkpoint it cosigned. */
export type WatchedLog = {
  verifiers: readonly (Verifier | string)[]
  latest: { size: number; root: Uint8Array } | null
}

/** The answer to an add-checkpoint request, by its HTTP status; only a 200 may be cosigned. */
export type WitnessAnswer =
  | { status: 200; checkpoint: Checkpoint; note: string }
  | { status: 400 | 403 | 404 | 422; reason: string }
  /** Answered with the size and a newline as `text/x.tlog.size`. */
  | { status: 409; reason: string; latestSize: number }

/**
 * The decision of a witness on a request (C2SP tlog-witness), without its storage and its clock. `watched` finds the log
 * of an origin. On a 200 the caller stores `checkpoint` as the latest **in the same atomic step** in which `latest` was
 * read (else two requests at once could roll the log back), and only then answers with `cosign`'s line.
 */
export function judgeAddCheckpoint(
  body: string | Uint8Array,
  watched: (origin: string) => WatchedLog | null,
): WitnessAnswer {
  const asked = orRefusal(400, () => {
    const request = parseAddCheckpoint(body)
    return { request, checkpoint: parseCheckpoint(parseNote(request.checkpoint).text) }
  })
  if ('status' in asked) return asked

  const log = watched(asked.checkpoint.origin)
  if (!log) return { status: 404, reason: `No log of the origin ${asked.checkpoint.origin} is watched here.` }

  const opened = orRefusal(403, () => openNote(asked.request.checkpoint, log.verifiers))
  return 'status' in opened ? opened : decide(asked.request, asked.checkpoint, log.latest)
}

function decide(request: AddCheckpoint, checkpoint: Checkpoint, latest: WatchedLog['latest']): WitnessAnswer {
  const latestSize = latest?.size ?? 0
  const { oldSize, proof } = request
  if (oldSize > checkpoint.size) return { status: 400, reason: 'The old size is larger than the checkpoint.' }
  if (oldSize !== latestSize) {
    return { status: 409, reason: `The last checkpoint cosigned here has size ${latestSize}.`, latestSize }
  }
  if (latest && oldSize === checkpoint.size && !sameBytes(latest.root, checkpoint.root)) {
    return { status: 409, reason: 'Another root was cosigned here at this very size.', latestSize }
  }
  if (!provesGrowth(checkpoint, latest, proof)) {
    return { status: 422, reason: 'The proof does not show that the log only grew.' }
  }
  return { status: 200, checkpoint, note: request.checkpoint }
}

/** From nothing there is nothing to prove, and the specification wants no proof then. */
function provesGrowth({ size, root }: Checkpoint, latest: WatchedLog['latest'], proof: readonly Uint8Array[]): boolean {
  if (!latest || latest.size === 0) return proof.length === 0
  return verifyConsistency({ size1: latest.size, size2: size, root1: latest.root, root2: root, proof })
}

/** What another party sent is refused, not thrown; a fault of the caller's own keys still throws. */
function orRefusal<Value>(status: 400 | 403, read: () => Value): Value | { status: 400 | 403; reason: string } {
  try {
    return read()
  } catch (error) {
    const isTheirs = error instanceof LedgerError && !['malformed-argument', 'malformed-key'].includes(error.kind)
    if (isTheirs) return { status, reason: error.message }
    throw error
  }
}
