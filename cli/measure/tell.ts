import type { Run } from '@assay/engine'
import type { Io } from '../command.ts'
import { jsonParts } from './json-parts.ts'
import type { Told } from './options.ts'
import { type ProvenReference, sayProven } from './proven-reference.ts'

/** A run, what was assumed for it, and where its reference is signed if that was checked. */
export type Telling = { run: Run; assumed: string[]; proven?: ProvenReference | undefined }

/** A run as text in one of the formats, in parts; each is loaded when it is asked for. */
export async function told(
  { run, assumed, proven }: Telling,
  format: Told['format'] | 'terminal' | 'table',
  io: Io,
): Promise<Iterable<string>> {
  if (format === 'json') return asJson({ ...jsonOf(run), assumed, ...(proven && { referenceProof: proven }) })
  if (format === 'sarif') return [(await import('./as-sarif.ts')).asSarif(run, assumed)]
  const { documentOf } = await import('./documents.ts')
  const found = documentOf(run)
  const facts = proven ? [...found.facts, sayProven(proven)] : found.facts
  const document = { ...found, facts, warnings: [...assumed, ...found.warnings] }
  if (format === 'html') return [(await import('./as-html.ts')).asHtml(document)]
  if (format === 'markdown') return [(await import('./as-markdown.ts')).asMarkdown(document)]
  const { asText } = await import('./as-text.ts')
  const terminal = process.stdout.isTTY === true
  const colours = terminal && (io.env['NO_COLOR'] ?? '') === ''
  const width = terminal ? process.stdout.columns : Number(io.env['COLUMNS'] ?? 100)
  return [asText(document, { width: width >= 40 ? width : 100, colours, plots: format === 'terminal' })]
}

function* asJson(result: object): Iterable<string> {
  yield* jsonParts(result)
  yield '\n'
}

/** The contract's shape; `record` is all the rest of the run's record, so that nothing of it is lost. */
function jsonOf({ result, ...record }: Run): object {
  const { kind, reasons, warnings, surprises } = record
  return { kind, ...result, reasons, warnings, surprises, record }
}
