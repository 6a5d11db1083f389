import type * as Operations from '@assay/server/app/operate.ts'
import type { Io } from './command.ts'

/**
 * Runs what a command does to a house of this machine. A refusal is told in its words and gives exit code 2; a bug is
 * thrown, and shows where it happened.
 */
export async function operate(
  name: string,
  io: Io,
  work: (operations: typeof Operations) => Promise<number>,
): Promise<number> {
  const operations = await import('@assay/server/app/operate.ts')
  try {
    return await work(operations)
  } catch (cause) {
    const words = operations.wordsOfRefusal(cause)
    if (words === null) throw cause
    io.err(`assay ${name}: ${words}\n`)
    return 2
  }
}

/** Progress belongs to whoever watches, not to what is piped on. */
export function progressTo(io: Io): (line: string) => void {
  return (line) => io.err(`${line}\n`)
}
