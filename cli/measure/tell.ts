import type { Run } from '@assay/engine'
import type { Io } from '../command.ts'
import type { Told } from './options.ts'

/** A run as text in one of the formats; each is loaded when it is asked for. */
export async function told(run: Run, format: Told['format'] | 'terminal' | 'table', _io: Io): Promise<string> {
  if (format === 'json') return `${JSON.stringify(jsonOf(run), null, 2)}\n`
  return await Promise.resolve(`${run.verdict}\n${run.reasons.join('\n')}\n`)
}

/** The contract's shape; `record` is all the rest of the run's record, so that nothing of it is lost. */
function jsonOf({ result, ...record }: Run): object {
  const { kind, reasons, warnings, surprises } = record
  return { kind, ...result, reasons, warnings, surprises, record }
}
