import type { FileReport } from './candidate.ts'
import type { Confidence } from './model.ts'
import { npmPackage } from './signatures.ts'
import { type SourceText, stringAt } from './source-text.ts'

export type JavascriptImport = { name: string; position: number; specifier: string; typeOnly: boolean }

const fromString = /\bfrom\s*(?=['"])/g
const sideEffect = /(?<![\w$.])import\s*(?=['"])/g
const call = /(?<![\w$.])(?:import|require(?:\.resolve)?)\s*\(\s*(?=['"`])/g

/** Every package that the code really imports, by static or dynamic import or require, with its place. */
export function javascriptImports(text: SourceText): JavascriptImport[] {
  const found: JavascriptImport[] = []
  const take = (position: number, quote: number, typeOnly: boolean) => {
    const specifier = stringAt(text, quote + 1)
    const name = specifier && packageOf(specifier)
    if (specifier && name) found.push({ name, position, specifier, typeOnly })
  }
  for (const match of text.code.matchAll(fromString)) {
    const clause = clauseBefore(text.code, match.index)
    if (!clause || isProse(text, clause.start)) continue
    const typeOnly = /^\s*type\s+(?!from\b|,)/.test(clause.words)
    // The line of the specifier names the package, also where the clause spans lines.
    const quote = match.index + match[0].length
    take(quote, quote, typeOnly)
  }
  for (const pattern of [sideEffect, call]) {
    for (const match of text.code.matchAll(pattern)) {
      if (pattern === sideEffect && isProse(text, match.index)) continue
      take(match.index, match.index + match[0].length, false)
    }
  }
  return found
}

const longestClause = 4_000

/** The `import` or `export` that a `from` belongs to: nothing between them that an import clause cannot hold. */
function clauseBefore(code: string, from: number): { start: number; words: string } | undefined {
  let start = from
  while (start > 0 && from - start < longestClause && !';\'"`()='.includes(code[start - 1] ?? '')) start -= 1
  const last = [...code.slice(start, from).matchAll(/(?<![\w$.])(?:import|export)\b/g)].at(-1)
  if (!last) return undefined
  const opens = start + last.index
  return { start: opens, words: code.slice(opens + last[0].length, from) }
}

/** A statement opens a line or follows another; words between JSX tags are text: `<p>import x from 'openai'</p>`. */
function isProse(text: SourceText, position: number): boolean {
  const before = text.code.slice(Math.max(0, position - 200), position)
  return /[^=]>\s*$/.test(before) || /[^\s;{})][^\S\n]*$/.test(before)
}

const urlOfPackage =
  /^https?:\/\/(?:esm\.sh|esm\.run|cdn\.skypack\.dev|unpkg\.com|cdn\.jsdelivr\.net\/npm|ga\.jspm\.io\/npm:)\/?(.+)$/

/** @returns the npm package of a specifier, or undefined for a relative, absolute or built-in one. */
export function packageOf(specifier: string): string | undefined {
  const onCdn = urlOfPackage.exec(specifier)?.[1]
  const bare = (onCdn ?? specifier).replace(/^(?:npm|jsr):\/?/, '')
  if (!/^(?:@[\w.-]+\/)?[\w][\w.-]*/.test(bare)) return undefined
  if (/^\w+:/.test(bare)) return undefined
  const parts = bare.split('/')
  const name = bare.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
  return name.replace(/(?<=.)@[^/]*$/, '')
}

export function reportJavascriptImports(text: SourceText, report: FileReport): JavascriptImport[] {
  const imports = javascriptImports(text)
  for (const { name, position, typeOnly } of imports) {
    const match = npmPackage(name)
    if (!match) continue
    const usual: Confidence = match.signature.confidence ?? 'high'
    report.add({
      kind: match.signature.kind,
      vendor: match.signature.vendor,
      name,
      position,
      confidence: typeOnly && usual === 'high' ? 'medium' : usual,
      imported: { language: 'javascript', name },
    })
  }
  return imports
}
