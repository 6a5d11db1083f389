/**
 * What a scan says. The names of `Scan`, `Finding` and `System` are a contract that pipelines rest on; further fields are
 * welcome, these keep name and meaning.
 */
export const findingKinds = [
  'sdk',
  'manifest',
  'endpoint',
  'model-file',
  'fine-tuning',
  'prompt',
  'agent',
  'dataset',
] as const
export type FindingKind = (typeof findingKinds)[number]

/**
 * `high`: the text can hardly mean anything else. `medium`: the usual meaning, yet another one exists (a folder name, an
 * environment variable, a development dependency). `low`: worth a look by a person.
 */
export type Confidence = 'high' | 'medium' | 'low'

export type Finding = {
  kind: FindingKind
  /** Who makes or serves the thing found; absent where the tree does not say. */
  vendor?: string
  /** Package, host name, file name, dataset id or constant: what a person would call it. */
  name: string
  /** Path below the scanned folder, with `/` on every platform. */
  file: string
  /** Counted from 1; 1 for a file that has no lines. */
  line: number
  /** The matching line, secrets masked, at most 160 characters. */
  evidence: string
  confidence: Confidence
}

export type System = {
  name: string
  /** Folder of the nearest manifest, below the scanned folder; `.` for that folder itself. */
  root: string
  findings: Finding[]
}

/** A folder or file that was left out on purpose. */
export type Skipped = {
  path: string
  reason: 'vendored' | 'version-control' | 'excluded' | 'symbolic-link' | 'special-file'
}

/** A file whose text was left unread by a stated rule. */
export type NotRead = { file: string; reason: 'too-large' | 'binary-content'; bytes: number }

/** Something that ought to have been read and could not be. */
export type Problem = { path: string; message: string }

export type Scan = {
  /** Base name of the scanned folder; never its path on this machine. */
  scanned: string
  /** Files seen outside of skipped folders. */
  files: number
  /** Bytes read. */
  bytes: number
  seconds: number
  findings: Finding[]
  systems: System[]
  skipped: Skipped[]
  notRead: NotRead[]
  problems: Problem[]
}

/** Orders by code unit, so that a scan reads the same on every machine and in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function byPlace(a: Finding, b: Finding): number {
  return byText(a.file, b.file) || a.line - b.line || byText(a.kind, b.kind) || byText(a.name, b.name)
}
