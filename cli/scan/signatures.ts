import { agentFrameworks } from './signatures/agent-frameworks.ts'
import { aiTooling } from './signatures/ai-tooling.ts'
import { machineLearning } from './signatures/machine-learning.ts'
import { modelProviders } from './signatures/model-providers.ts'
import { moreProviders } from './signatures/more-providers.ts'
import type { Signature } from './signatures/row.ts'

/** Every sign the scanner knows. Agent frameworks come first: a package that two rows could name belongs to the agent. */
export const signatures: readonly Signature[] = [
  ...agentFrameworks,
  ...modelProviders,
  ...moreProviders,
  ...machineLearning,
  ...aiTooling,
]

export type PackageMatch = { signature: Signature; name: string }

type Table = { exact: Map<string, PackageMatch>; prefixes: [string, Signature][] }

function table(rows: Iterable<[string, string, Signature]>): Table {
  const built: Table = { exact: new Map(), prefixes: [] }
  for (const [key, name, signature] of rows) {
    if (key.endsWith('*')) built.prefixes.push([key.slice(0, -1), signature])
    else if (!built.exact.has(key)) built.exact.set(key, { signature, name })
  }
  return built
}

function look({ exact, prefixes }: Table, key: string): PackageMatch | undefined {
  const found = exact.get(key)
  if (found) return found
  const prefix = prefixes.find(([start]) => key.startsWith(start) && key.length > start.length)
  return prefix && { signature: prefix[1], name: key }
}

const npm = table(
  signatures.flatMap((row) => (row.npm ?? []).map((name) => [name, name, row] as [string, string, Signature])),
)

const pypi = table(
  signatures.flatMap((row) =>
    [...Object.keys(row.pypi ?? {}), ...(row.conda ?? [])].map(
      (name) => [name, name, row] as [string, string, Signature],
    ),
  ),
)

const modules = table(
  signatures.flatMap((row) =>
    Object.entries(row.pypi ?? {}).flatMap(([distribution, imports]) =>
      imports.map((module) => [module, distribution, row] as [string, string, Signature]),
    ),
  ),
)

/** @param name an npm package name, scope included. */
export function npmPackage(name: string): PackageMatch | undefined {
  return look(npm, name)
}

/** @param name a PyPI or conda name in any spelling; PEP 503 folds case and runs of `-_.`. */
export function pythonPackage(name: string): PackageMatch | undefined {
  return look(pypi, pythonName(name))
}

export function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

export type ModuleMatch = PackageMatch & { module: string }

/** Finds who owns a dotted module: the longest known prefix wins (`google.cloud.vision` before `google.cloud`). */
export function pythonModule(dotted: string): ModuleMatch | undefined {
  const parts = dotted.split('.')
  for (let length = parts.length; length > 0; length--) {
    const module = parts.slice(0, length).join('.')
    const found = modules.exact.get(module)
    if (found) return { ...found, module }
  }
  const family = modules.prefixes.find(([start]) => dotted.startsWith(start))
  if (!family) return undefined
  const module = parts[0] ?? dotted
  return { signature: family[1], name: pythonName(module), module }
}

/** The symbols that make an import of a plain-word module believable; undefined where the word is distinctive. */
export function symbolsNeeded(match: ModuleMatch): readonly string[] | undefined {
  return match.signature.plainWords?.[match.module]
}
