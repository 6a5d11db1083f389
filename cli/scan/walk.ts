import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileKind, fileKind } from './file-kinds.ts'
import { byText, type Problem, type Skipped } from './model.ts'

/** `path` is below the scanned folder, with `/`. */
export type FoundFile = { path: string; base: string; kind: FileKind }

export type Tree = {
  /** All files seen, also those that no rule concerns. */
  files: number
  found: FoundFile[]
  /** Paths that Python could import: `app/agents` for `app/agents.py` and for a folder that holds Python files. */
  pythonModules: Set<string>
  /** Folders with an `__init__.py`. */
  pythonPackages: Set<string>
  skipped: Skipped[]
  problems: Problem[]
}

export type WalkOptions = { includeVendored: boolean; exclude: readonly string[] }

const versionControl = new Set(['.git', '.hg', '.svn', '.jj'])
const vendored = new Set(
  [
    'node_modules bower_components jspm_packages .yarn .pnpm-store',
    'venv .venv virtualenv .virtualenv site-packages .tox .nox .eggs __pycache__ __pypackages__',
    'dist build .next .nuxt .output .svelte-kit .turbo .parcel-cache .cache cdk.out .aws-sam .serverless',
    '.mypy_cache .pytest_cache .ruff_cache .ipynb_checkpoints coverage .nyc_output htmlcov .terraform .gradle',
  ].flatMap((names) => names.split(' ')),
)
// A folder that holds one of these was made by a tool, whatever it is called.
const marksGenerated = new Set(['pyvenv.cfg', 'conda-meta', 'CACHEDIR.TAG'])

/** Enough to keep the thread pool busy on a slow disk; more only costs memory. */
const parallel = 16

/**
 * Lists a folder and everything below it. Symbolic links are named, never followed: what they point to inside is met on
 * its own path, and what lies outside is not part of the tree.
 */
export async function walk(root: string, { includeVendored, exclude }: WalkOptions): Promise<Tree> {
  const tree: Tree = {
    files: 0,
    found: [],
    pythonModules: new Set(),
    pythonPackages: new Set(),
    skipped: [],
    problems: [],
  }
  const excluded = new Set(exclude.map((path) => path.replace(/^\.\//, '').replace(/\/+$/, '')))
  const waiting: string[] = ['']

  const reasonToSkip = (path: string, base: string): Skipped['reason'] | undefined => {
    if (excluded.has(path) || excluded.has(base)) return 'excluded'
    if (versionControl.has(base)) return 'version-control'
    if (!includeVendored && (vendored.has(base) || base.endsWith('.egg-info'))) return 'vendored'
    return undefined
  }

  const visit = async (folder: string): Promise<void> => {
    let entries: Dirent[]
    try {
      entries = await readdir(join(root, folder), { withFileTypes: true })
    } catch (error) {
      tree.problems.push({ path: folder || '.', message: `could not be listed: ${reasonOf(error)}` })
      return
    }
    if (!includeVendored && folder !== '' && entries.some(({ name }) => marksGenerated.has(name))) {
      tree.skipped.push({ path: folder, reason: 'vendored' })
      return
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        const reason = reasonToSkip(path, entry.name)
        if (reason) tree.skipped.push({ path, reason })
        else waiting.push(path)
      } else if (entry.isSymbolicLink()) tree.skipped.push({ path, reason: 'symbolic-link' })
      else if (!entry.isFile()) tree.skipped.push({ path, reason: 'special-file' })
      else if (excluded.has(path) || excluded.has(entry.name)) tree.skipped.push({ path, reason: 'excluded' })
      else note(tree, folder, path, entry.name)
    }
  }

  await inParallel(waiting, visit)
  tree.skipped.sort((a, b) => byText(a.path, b.path))
  return tree
}

function note(tree: Tree, folder: string, path: string, base: string): void {
  tree.files += 1
  if (base.endsWith('.py')) {
    tree.pythonModules.add(path.slice(0, -'.py'.length))
    tree.pythonModules.add(folder)
    if (base === '__init__.py') tree.pythonPackages.add(folder)
  }
  const kind = fileKind(path, base)
  if (kind) tree.found.push({ path, base, kind })
}

/** Works a stack off, several at once; the work itself may add to the stack. */
export async function inParallel<Item>(waiting: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>()
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < parallel ? waiting.pop() : undefined
    if (next === undefined) {
      await Promise.race(running)
      continue
    }
    const run: Promise<void> = work(next).finally(() => running.delete(run))
    running.add(run)
  }
}

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT') return 'it was gone, or its name is not valid UTF-8'
  if (code === 'EMFILE' || code === 'ENFILE') return 'too many open files'
  return code || String(error)
}
