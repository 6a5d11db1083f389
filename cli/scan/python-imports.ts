import type { FileReport } from './candidate.ts'
import { pythonModule, symbolsNeeded } from './signatures.ts'
import { type SourceText, stringAt } from './source-text.ts'

/** `module` is dotted; `names` are the symbols of a from-import, or those that code takes from a plain import. */
export type PythonImport = { module: string; names: string[]; plain: boolean; position: number }

const statement =
  /(?:^|[;:])([ \t\f]*)(?:from[ \t]+([\w.]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n;]*)|import[ \t]+([^\n;(=]+))/gm
const call = /(?<![\w])(?:import_module|__import__)\s*\(\s*[rbuRBU]?(?=['"])/g

/** Every absolute import that the code really makes, with its place; relative imports are the tree's own. */
export function pythonImports(text: SourceText): PythonImport[] {
  const found: PythonImport[] = []
  const taken = new Map<string, string[]>()
  const symbolsOf = (name: string): string[] => {
    const known = taken.get(name) ?? attributes(text.code, name)
    taken.set(name, known)
    return known
  }
  for (const match of text.code.matchAll(statement)) {
    const position = match.index + match[0].search(/[fi]/)
    const [, , from, symbols, plain] = match
    if (from !== undefined && !from.startsWith('.'))
      found.push({ module: from, names: firstWords(symbols ?? ''), plain: false, position })
    for (const part of (plain ?? '').split(',')) {
      const [, module, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?/.exec(part) ?? []
      if (module)
        found.push({
          module,
          names: pythonModule(module) ? symbolsOf(alias ?? module) : [],
          plain: true,
          position,
        })
    }
  }
  for (const match of text.code.matchAll(call)) {
    const module = stringAt(text, match.index + match[0].length + 1)
    if (module && /^[A-Za-z_][\w.]*$/.test(module))
      found.push({ module, names: [], plain: true, position: match.index })
  }
  return found
}

/** What the code takes from a module by a dot: `whisper.load_model(…)` → `load_model`. */
function attributes(code: string, name: string): string[] {
  const taken = code.matchAll(new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}\\.(\\w+)`, 'g'))
  return [...new Set([...taken].map((match) => match[1] ?? ''))]
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
  for (const { module, names, plain, position } of imports) {
    const dotted = plain || names.length === 0 ? [module] : names.map((name) => `${module}.${name}`)
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
