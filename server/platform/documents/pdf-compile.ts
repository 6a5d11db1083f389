import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from './document.ts'
import { pdfInput } from './pdf-input.ts'

/** PDF/A-2a: archivable, with tags, language and Unicode text. */
const standard = 'a-2a'

// Typst accepts no more than this many repairs: each one names at least one new character or clutter of characters.
const repairsAllowed = 6

/**
 * Sets a document with Typst: blocking, tens to hundreds of milliseconds; `renderPdf` runs it beside the event loop.
 * Equal documents give equal bytes: the date is that of the records, the fonts are the compiler's own.
 */
export function compilePdf(document: Document): Uint8Array {
  const template = readFileSync(new URL('./report.typ', import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({})
  const undisplayable = new Set<string>()
  try {
    for (let repair = 0; repair <= repairsAllowed; repair++) {
      const outcome = attempt(compiler, template, document, undisplayable)
      if ('pdf' in outcome) return outcome.pdf
      for (const character of outcome.missing) undisplayable.add(character)
    }
    throw new Error(`characters without a glyph remain after ${repairsAllowed} repairs`)
  } finally {
    compiler.evictCache(0)
  }
}

function attempt(compiler: NodeCompiler, template: string, document: Document, undisplayable: ReadonlySet<string>) {
  const inputs = { document: JSON.stringify(pdfInput(document, undisplayable)) }
  const compiled = compiler.compile({ mainFileContent: template, inputs })
  const set = compiled.result
  if (!set) throw new Error(`the template does not compile: ${reasons(compiler, compiled)}`)
  try {
    const creationTimestamp = Math.floor(Date.parse(document.cover.madeFrom.instant) / 1000)
    return { pdf: new Uint8Array(compiler.pdf(set, { pdfStandard: standard, creationTimestamp })) }
  } catch (error) {
    const missing = charactersWithoutGlyph(String(error)).filter((character) => !undisplayable.has(character))
    if (missing.length === 0) throw error
    return { missing }
  }
}

function reasons(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeError() ?? compiled.takeDiagnostics()
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no reason given'
}

/**
 * The characters for which the export found no glyph. The compiler has no question "can you show this?", so its
 * refusal is read: each diagnostic quotes one cluster, escaped once by Typst and once more by Rust's debug print.
 */
export function charactersWithoutGlyph(message: string): string[] {
  const quoted = [...message.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gs)].map((match) => match[1] ?? '')
  const clusters = quoted.map((cluster) => unescape(unescape(cluster)))
  return [...new Set(clusters.flatMap((cluster) => namedInstead([...cluster])))]
}

/** Of a cluster (a letter with marks, a joined emoji) all that is not ASCII is named. */
function namedInstead(cluster: string[]): string[] {
  return cluster.filter((character) => character > '\u007f')
}

function unescape(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gi, (_, hex: string | undefined, plain: string | undefined) =>
    hex === undefined ? (plain ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}
