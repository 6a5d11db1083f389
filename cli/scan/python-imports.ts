import type { FileReport } from './candidate.ts'
import { pythonModule, symbolsNeeded } from './signatures.ts'
import { type SourceText, stringAt } from './source-text.ts'

/** `module` is dotted; `names` are the symbols of a from-import, empty for a plain import. */
export type PythonImport = { module: string; names: string[]; position: number }

const statement =
  /(?:^|[;:])([ \t\f]*)(?:from[ \t]+([\w.]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n;]*)|import[ \t]+([^\n;(=]+))/gm
const call = /(?<![\w])(?:import_module|__import__)\s*\(\s*[rbuRBU]?(?=['"])/g

/** Every absolute import that the code really makes, with its place; relative imports are the tree's own. */
export function pythonImports(text: SourceText): PythonImport[] {
  const found: PythonImport[] = []
  for (const match of text.code.matchAll(statement)) {
    const position = match.index + match[0].search(/[fi]/)
    const [, , from, symbols, plain] = match
    if (from !== undefined && !from.startsWith('.'))
      found.push({ module: from, names: firstWords(symbols ?? ''), position })
    for (const module of firstWords(plain ?? '')) found.push({ module, names: [], position })
  }
  for (const match of text.code.matchAll(call)) {
    const module = stringAt(text, match.index + match[0].length + 1)
    if (module && /^[A-Za-z_][\w.]*$/.test(module)) found.push({ module, names: [], position: match.index })
  }
  return found
}

/** `(a as b, c)` → `['a', 'c']` */
function firstWords(list: string): string[] {
  return list
    .replace(/[()]/g, ' ')
    .split(',')
    .map((part) => /^\s*([\w.*]+)/.exec(part)?.[1])
    .filter((word) => word !== undefined)
}

export function reportPythonImports(text: SourceText, report: FileReport): PythonImport[] {
  const imports = pythonImports(text)
  for (const { module, names, position } of imports) {
    const dotted = names.length > 0 ? names.map((name) => `${module}.${name}`) : [module]
    for (const candidate of dotted) {
      const match = pythonModule(candidate)
      if (!match) continue
      const symbols = symbolsNeeded(match)
      report.add({
        kind: match.signature.kind,
        vendor: match.signature.vendor,
        name: match.name,
        position,
        confidence: match.signature.confidence ?? 'high',
        imported: {
          language: 'python',
          module: match.module.split('.')[0] ?? match.module,
          distribution: match.name,
          needsDeclaration:
            symbols !== undefined &&
            !names.some((name) => symbols.includes(name)) &&
            !submodule(candidate, match.module, symbols),
        },
      })
    }
  }
  return imports
}

/** `import mcp.server` and `from mcp.server import x` name a symbol by their path. */
function submodule(candidate: string, module: string, symbols: readonly string[]): boolean {
  const next = candidate.slice(module.length + 1).split('.')[0]
  return next !== undefined && symbols.includes(next)
}
