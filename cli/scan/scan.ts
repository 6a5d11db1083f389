import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ok, refuse, type Result } from '@assay/server/kernel/result.ts'
import type { Candidate } from './candidate.ts'
import { byPlace, byText, type NotRead, type Problem, type Scan } from './model.ts'
import { type FileOutcome, scanFile } from './scan-file.ts'
import { foldersAbove, settle } from './settle.ts'
import { systemsOf } from './systems.ts'
import { inParallel, walk } from './walk.ts'

export type ScanOptions = {
  /** Reads installed and built folders too (`node_modules`, `dist`, `venv`, …). */
  includeVendored?: boolean
  /** Paths below the folder, or plain names, to leave out. */
  exclude?: readonly string[]
  /** Bytes above which a text is left unread and named in `notRead`. */
  maxTextBytes?: number
}

export type ScanRefusal = { kind: 'not-found' | 'not-a-folder'; message: string }

const defaultMaxTextBytes = 5_000_000

/**
 * Reads a code tree and tells where it uses AI. The same tree gives the same answer, but for `seconds`.
 * @param folder path of the tree; a symbolic link is resolved first
 */
export async function scanTree(folder: string, options: ScanOptions = {}): Promise<Result<Scan, ScanRefusal>> {
  const started = performance.now()
  const root = await realFolder(folder)
  if (!root.ok) return root
  const tree = await walk(root.value, {
    includeVendored: options.includeVendored ?? false,
    exclude: options.exclude ?? [],
  })

  const outcomes: [string, FileOutcome][] = []
  await inParallel([...tree.found], async (file) => {
    outcomes.push([file.path, await scanFile(root.value, file, options.maxTextBytes ?? defaultMaxTextBytes)])
  })
  // Files end in no fixed order; what they say is taken in the order of their paths.
  const gathered = gathering()
  for (const [path, outcome] of outcomes.sort(([a], [b]) => byText(a, b))) gathered.take(path, outcome)

  const scanned = basename(root.value)
  const findings = settle(gathered.candidates, { ...tree, ...gathered }).sort(byPlace)
  return ok({
    scanned,
    files: tree.files,
    bytes: gathered.bytes(),
    seconds: Math.round(performance.now() - started) / 1_000,
    findings,
    systems: systemsOf(findings, gathered.roots, scanned),
    skipped: tree.skipped,
    notRead: gathered.notRead.sort((a, b) => byText(a.file, b.file)),
    problems: [...tree.problems, ...gathered.problems].sort((a, b) => byText(a.path, b.path)),
  })
}

async function realFolder(folder: string): Promise<Result<string, ScanRefusal>> {
  try {
    const root = await realpath(folder)
    if ((await stat(root)).isDirectory()) return ok(root)
    return refuse({ kind: 'not-a-folder', message: `${folder} is a file. Name the folder that holds it.` })
  } catch {
    return refuse({
      kind: 'not-found',
      message: `There is no folder ${folder}. Check the path, or run from the folder above it.`,
    })
  }
}

function gathering() {
  let bytes = 0
  const candidates: Candidate[] = []
  const roots = new Map<string, string | undefined>()
  const declared = new Map<string, Set<string>>()
  const ownPackages = new Set<string>()
  const notRead: NotRead[] = []
  const problems: Problem[] = []
  const take = (path: string, outcome: FileOutcome) => {
    bytes += outcome.read
    candidates.push(...outcome.candidates)
    if (outcome.notRead) notRead.push(outcome.notRead)
    if (outcome.problem) problems.push(outcome.problem)
    const { manifest } = outcome
    if (!manifest?.isRoot) return
    const folder = manifestFolder(path)
    // In path order `package.json` speaks before `pyproject.toml` and `setup.cfg`: the first name stays.
    roots.set(folder, roots.get(folder) ?? manifest.name)
    declared.set(folder, new Set([...(declared.get(folder) ?? []), ...manifest.declares]))
    if (path.endsWith('package.json') && manifest.name) ownPackages.add(manifest.name)
  }
  return { take, bytes: () => bytes, candidates, roots, declared, ownPackages, notRead, problems }
}

/** `requirements/base.txt` belongs to the project above the folder. */
function manifestFolder(path: string): string {
  const [folder = '', above = ''] = foldersAbove(path)
  return /(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/.test(path) ? above : folder
}
