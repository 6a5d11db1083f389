import { join } from 'node:path'
import type { Candidate } from './candidate.ts'
import { scanConfig } from './config-files.ts'
import { extensionOf, type FileKind } from './file-kinds.ts'
import { type Manifest, readDenoJson, readPackageJson } from './manifest-npm.ts'
import { readConda, readRequirements, readSetupCfg, readSetupPy, readToml } from './manifest-python.ts'
import type { NotRead, Problem } from './model.ts'
import { readModel } from './model-files.ts'
import { scanNotebook } from './notebooks.ts'
import { everything, mayHold } from './prefilter.ts'
import { scanJsonLines, scanPromptFile } from './prompt-files.ts'
import { decode, isBinary, isUtf16, readUpTo } from './read-text.ts'
import { scanJavascript, scanPython } from './source-files.ts'
import { type FoundFile, reasonOf } from './walk.ts'

export type FileOutcome = {
  read: number
  candidates: Candidate[]
  manifest?: Manifest
  notRead?: NotRead
  problem?: Problem
}

/** A header and the names in a pickle stand in the first part of a model file; the rest is numbers. */
const modelHead = 65_536
const linesHead = 262_144

const nothing = (read: number): FileOutcome => ({ read, candidates: [] })

/**
 * Reads one file and tells what it shows. An error of the file system is an outcome, never an exception.
 * @param limit bytes above which a text is left unread and named
 */
export async function scanFile(root: string, { path, base, kind }: FoundFile, limit: number): Promise<FileOutcome> {
  try {
    if (kind === 'model') return await scanModel(root, path, base)
    if (kind === 'json-lines') {
      const { bytes } = await readUpTo(join(root, path), linesHead)
      return isBinary(bytes)
        ? nothing(bytes.length)
        : { read: bytes.length, candidates: scanJsonLines(path, decode(bytes)) }
    }
    const { bytes, size } = await readUpTo(join(root, path), limit)
    if (isBinary(bytes))
      return { ...nothing(bytes.length), notRead: { file: path, reason: 'binary-content', bytes: size } }
    if (size > limit) return { ...nothing(bytes.length), notRead: { file: path, reason: 'too-large', bytes: size } }
    return { read: bytes.length, ...scanText(path, base, kind, bytes) }
  } catch (error) {
    return { ...nothing(0), problem: { path, message: `could not be read: ${reasonOf(error)}` } }
  }
}

async function scanModel(root: string, path: string, base: string): Promise<FileOutcome> {
  const { bytes, size } = await readUpTo(join(root, path), modelHead)
  const model = readModel(base, extensionOf(base), bytes, size)
  if (!model) return nothing(bytes.length)
  return { read: bytes.length, candidates: [{ finding: { kind: 'model-file', file: path, line: 1, ...model } }] }
}

function scanText(
  path: string,
  base: string,
  kind: Exclude<FileKind, 'model' | 'json-lines'>,
  bytes: Buffer,
): Omit<FileOutcome, 'read'> {
  const parts = (group: keyof typeof mayHold) => (isUtf16(bytes) ? everything : mayHold[group](bytes))
  switch (kind) {
    case 'javascript':
    case 'python': {
      const found = parts(kind)
      if (found === 0) return { candidates: [] }
      return { candidates: (kind === 'python' ? scanPython : scanJavascript)(path, decode(bytes), found) }
    }
    case 'notebook': {
      if (parts('python') === 0) return { candidates: [] }
      const candidates = scanNotebook(path, decode(bytes))
      return candidates
        ? { candidates }
        : { candidates: [], problem: { path, message: 'is not a notebook: not valid JSON with cells' } }
    }
    case 'config':
      return { candidates: parts('config') === 0 ? [] : scanConfig(path, decode(bytes)) }
    case 'agent-config':
      return { candidates: scanConfig(path, decode(bytes)) }
    case 'prompt':
      return { candidates: scanPromptFile(path, decode(bytes)) }
    case 'manifest':
      return scanManifest(path, base, decode(bytes))
  }
}

function scanManifest(path: string, base: string, source: string): Omit<FileOutcome, 'read'> {
  const manifest = readManifest(path, base, source)
  const code = base === 'setup.py' ? scanPython(path, source) : []
  const outcome = { manifest, candidates: [...manifest.candidates, ...code] }
  return manifest.problem === undefined ? outcome : { ...outcome, problem: { path, message: manifest.problem } }
}

function readManifest(path: string, base: string, source: string): Manifest {
  if (base === 'package.json') return readPackageJson(path, source)
  if (base.startsWith('deno.json')) return readDenoJson(path, source)
  if (base === 'pyproject.toml' || base === 'Pipfile') return readToml(path, source)
  if (base === 'setup.py') return readSetupPy(path, source)
  if (base === 'setup.cfg') return readSetupCfg(path, source)
  return /\.ya?ml$/.test(base) ? readConda(path, source) : readRequirements(path, source)
}
