import type { Candidate } from './candidate.ts'
import type { Finding } from './model.ts'
import type { Tree } from './walk.ts'

/** What the whole tree knows and no single file does. */
export type TreeFacts = Pick<Tree, 'pythonModules' | 'pythonPackages'> & {
  /** Names that packages of this tree give themselves. */
  ownPackages: ReadonlySet<string>
  /** Declared distributions by the folder of their manifest. */
  declared: ReadonlyMap<string, ReadonlySet<string>>
}

/** Drops imports of the tree's own modules, and plain words that nothing declares. */
export function settle(candidates: readonly Candidate[], facts: TreeFacts): Finding[] {
  return candidates.filter((candidate) => stands(candidate, facts)).map(({ finding }) => finding)
}

function stands({ finding, imported }: Candidate, facts: TreeFacts): boolean {
  if (!imported) return true
  if (imported.language === 'javascript') return !facts.ownPackages.has(imported.name)
  if (isDeclared(finding.file, imported.distribution, facts)) return true
  return !imported.needsDeclaration && !isOwnModule(finding.file, imported.module, facts)
}

function isDeclared(file: string, distribution: string, { declared }: TreeFacts): boolean {
  return foldersAbove(file).some((folder) => declared.get(folder)?.has(distribution))
}

/**
 * Python finds `import agents` in a folder on its path before it looks among installed packages. Folders that are
 * packages themselves are not on the path, so `providers/openai.py` does not hide the package `openai`.
 */
function isOwnModule(file: string, module: string, { pythonModules, pythonPackages }: TreeFacts): boolean {
  const own = file.replace(/\.py$/, '')
  return foldersAbove(file)
    .filter((folder) => !pythonPackages.has(folder))
    .flatMap((folder) => [below(folder, module), below(folder, `src/${module}`)])
    .some((path) => path !== own && pythonModules.has(path))
}

/** `a/b/c.py` → `a/b`, `a`, `` */
export function foldersAbove(file: string): string[] {
  const parts = file.split('/').slice(0, -1)
  return Array.from({ length: parts.length + 1 }, (_, dropped) => parts.slice(0, parts.length - dropped).join('/'))
}

function below(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}
