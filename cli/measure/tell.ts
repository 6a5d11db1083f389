import type { Run } from '@assay/engine'
import type { Io } from '../command.ts'
import type { Told } from './options.ts'

/** A run as text in one of the formats; each is loaded when it is asked for. */
export async function told(
  { run, assumed }: { run: Run; assumed: string[] },
  format: Told['format'] | 'terminal' | 'table',
  io: Io,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify({ ...jsonOf(run), assumed }, null, 2)}\n`
  if (format === 'sarif') return (await import('./as-sarif.ts')).asSarif(run)
  const { documentOf } = await import('./documents.ts')
  const found = documentOf(run)
  const document = { ...found, warnings: [...assumed, ...found.warnings] }
  if (format === 'html') return (await import('./as-html.ts')).asHtml(document)
  if (format === 'markdown') return (await import('./as-markdown.ts')).asMarkdown(document)
  const { asText } = await import('./as-text.ts')
  const terminal = process.stdout.isTTY === true
  const colours = terminal && (io.env['NO_COLOR'] ?? '') === ''
  const width = terminal ? process.stdout.columns : Number(io.env['COLUMNS'] ?? 100)
  return asText(document, { width: width >= 40 ? width : 100, colours, plots: format === 'terminal' })
}

/** The contract's shape; `record` is all the rest of the run's record, so that nothing of it is lost. */
function jsonOf({ result, ...record }: Run): object {
  const { kind, reasons, warnings, surprises } = record
  return { kind, ...result, reasons, warnings, surprises, record }
}
