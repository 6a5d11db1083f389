import { type Candidate, fileReport } from './candidate.ts'
import type { Confidence } from './model.ts'
import { npmPackage } from './signatures.ts'

export type Manifest = {
  /** What the manifest calls the project. */
  name?: string | undefined
  /** False for a file that only carries settings, such as `{"type": "module"}`. */
  isRoot: boolean
  /** Names of the declared packages, in the spelling of their registry. */
  declares: string[]
  candidates: Candidate[]
  problem?: string
}

const sections: readonly { key: string; confidence: Confidence }[] = [
  { key: 'dependencies', confidence: 'high' },
  { key: 'peerDependencies', confidence: 'high' },
  { key: 'optionalDependencies', confidence: 'high' },
  { key: 'devDependencies', confidence: 'medium' },
]

/** Reads `package.json`. A dependency on a folder of the same tree (`workspace:`, `file:`, `link:`) is not a package. */
export function readPackageJson(file: string, source: string): Manifest {
  const parsed = parseObject(source)
  if (!parsed) return { isRoot: false, declares: [], candidates: [], problem: 'is not valid JSON' }
  const report = fileReport(file, source, 'config')
  const declares: string[] = []
  let dependencies = 0
  for (const { key, confidence } of sections) {
    const section = objectOf(parsed[key])
    if (!section) continue
    const start = Math.max(0, source.indexOf(`"${key}"`))
    for (const [alias, version] of Object.entries(section)) {
      dependencies += 1
      if (typeof version !== 'string' || /^(?:workspace|file|link|portal):/.test(version)) continue
      const name = /^npm:(@?[^@]+)/.exec(version)?.[1] ?? alias
      declares.push(name)
      const match = npmPackage(name)
      if (!match) continue
      const usual = match.signature.confidence ?? 'high'
      report.add({
        kind: 'manifest',
        vendor: match.signature.vendor,
        name,
        position: Math.max(0, source.indexOf(`"${alias}"`, start)),
        confidence: usual === 'high' ? confidence : usual,
        imported: { language: 'javascript', name },
      })
    }
  }
  const name = typeof parsed['name'] === 'string' && parsed['name'] !== '' ? parsed['name'] : undefined
  return { name, isRoot: name !== undefined || dependencies > 0, declares, candidates: report.candidates() }
}

/** Reads the import map of `deno.json`: values such as `npm:openai@^4`. */
export function readDenoJson(file: string, source: string): Manifest {
  const report = fileReport(file, source, 'config')
  const declares: string[] = []
  for (const match of source.matchAll(/"(?:npm|jsr):\/?((?:@[\w.-]+\/)?[\w.-]+)[^"]*"/g)) {
    const name = match[1] ?? ''
    declares.push(name)
    const found = npmPackage(name)
    if (!found) continue
    const confidence = found.signature.confidence ?? 'high'
    report.add({ kind: 'manifest', vendor: found.signature.vendor, name, position: match.index, confidence })
  }
  const name = /"name"\s*:\s*"([^"]+)"/.exec(source)?.[1]
  return { name, isRoot: name !== undefined || declares.length > 0, declares, candidates: report.candidates() }
}

export function parseObject(source: string): Record<string, unknown> | undefined {
  try {
    return objectOf(JSON.parse(source.replace(/^\uFEFF/, '')))
  } catch {
    return undefined
  }
}

export function objectOf(value: unknown): Record<string, unknown> | undefined {
  return isObject(value) ? value : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
