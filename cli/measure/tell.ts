import type { Run } from '@assay/engine'
import type { Io } from '../command.ts'
import type { Told } from './options.ts'

/** A run as text in one of the formats; each is loaded when it is asked for. */
export async function told(run: Run, format: Told['format'] | 'terminal' | 'table', _io: Io): Promise<string> {
  if (format === 'json') return `${JSON.stringify(jsonOf(run), null, 2)}\n`
  return await Promise.resolve(`${run.verdict}\n${run.reasons.join('\n')}\n`)
}

/** The contract's shape with what else a record says: everything of a run is in it. */
function jsonOf({ result, ...run }: Run): object {
  const { reasons, warnings, surprises, kind, definition, data } = run
  return { kind, ...result, reasons, warnings, surprises, definition, files: data }
}
