import { fileReport } from './candidate.ts'
import type { Manifest } from './manifest-npm.ts'
import { readPython } from './python-text.ts'
import { pythonName, pythonPackage } from './signatures.ts'
import { tomlStrings } from './toml-strings.ts'

/** A requirement as written, with its place: `openai[datalib]>=1 ; python_version > "3.9"`. */
type Requirement = { text: string; position: number }

export function readRequirements(file: string, source: string): Manifest {
  const found: Requirement[] = []
  for (const match of source.matchAll(/^[ \t]*(?!#|-)([^#\r\n]+)/gm))
    found.push({ text: match[1] ?? '', position: match.index })
  for (const match of source.matchAll(/^[ \t]*(?:-e|--editable)[^\r\n]*#egg=([\w.-]+)/gm)) {
    found.push({ text: match[1] ?? '', position: match.index })
  }
  return manifest(file, source, undefined, found, true)
}

const arraysOfRequirements =
  /^(?:project\.(?:dependencies|optional-dependencies\.[^.]+)|dependency-groups\.[^.]+|tool\.uv\.dev-dependencies|tool\.pdm\.dev-dependencies\.[^.]+|tool\.hatch\.envs\.[^.]+\.(?:extra-)?dependencies)$/
const tablesOfPackages =
  /^(?:tool\.poetry\.(?:dependencies|dev-dependencies|group\.[^.]+\.dependencies)|tool\.pixi\.(?:dependencies|pypi-dependencies|feature\.[^.]+\.(?:pypi-)?dependencies)|packages|dev-packages)\.([^.]+)$/

/** Reads `pyproject.toml` and `Pipfile`. */
export function readToml(file: string, source: string): Manifest {
  const found: Requirement[] = []
  let name: string | undefined
  for (const { path, value, position } of tomlStrings(source)) {
    if (path === 'project.name' || path === 'tool.poetry.name') name ??= value
    else if (arraysOfRequirements.test(path)) found.push({ text: value, position })
    else {
      const key = tablesOfPackages.exec(path)?.[1]
      if (key && key !== 'python') found.push({ text: key, position })
    }
  }
  return manifest(file, source, name, found, name !== undefined || found.length > 0)
}

/** Reads `setup.py`: the strings of its requirement lists, without running it. */
export function readSetupPy(file: string, source: string): Manifest {
  const text = readPython(source)
  const found: Requirement[] = []
  for (const match of text.code.matchAll(
    /\b(?:install_requires|extras_require|tests_require|requires|requirements)\b\s*=\s*[[{(]/g,
  )) {
    const end = closing(text.code, match.index + match[0].length - 1)
    for (const span of text.strings) {
      if (span.start > match.index && span.end < end) {
        found.push({ text: source.slice(span.start, span.end), position: span.start })
      }
    }
  }
  const name = /\bname\s*=\s*['"]([\w.-]+)['"]/.exec(text.live)?.[1]
  return manifest(file, source, name, found, name !== undefined || found.length > 0)
}

/** Reads `setup.cfg`: the indented lines under the keys that list requirements, and what stands on the key's own line. */
export function readSetupCfg(file: string, source: string): Manifest {
  const found: Requirement[] = []
  let section = ''
  let key = ''
  let position = 0
  for (const line of source.split('\n')) {
    const [, header] = /^\[([^\]]+)\]/.exec(line) ?? []
    const [, named, same] = /^([\w.-]+)\s*=\s*(.*)/.exec(line) ?? []
    if (header !== undefined) section = header
    else if (named !== undefined) key = named
    const text = named === undefined ? /^\s+([^\s#].*)/.exec(line)?.[1] : same
    const lists =
      section === 'options.extras_require' || (section === 'options' && /^(?:install|tests|setup)_requires$/.test(key))
    if (lists && text) found.push({ text, position })
    position += line.length + 1
  }
  const name = /^[ \t]*name[ \t]*=[ \t]*([\w.-]+)/m.exec(source)?.[1]
  return manifest(file, source, name, found, name !== undefined || found.length > 0)
}

/** Reads a conda `environment.yml`: the items of `dependencies`, those of its `pip` part too. */
export function readConda(file: string, source: string): Manifest {
  const found: Requirement[] = []
  const start = source.search(/^dependencies\s*:/m)
  if (start >= 0) {
    for (const match of source.slice(start).matchAll(/^[ \t]*-[ \t]*["']?(?:[\w.-]+::)?([A-Za-z][\w.-]*)/gm)) {
      found.push({ text: match[1] ?? '', position: start + match.index + match[0].search(/\S/) })
    }
  }
  const name = /^name\s*:\s*["']?([\w.-]+)/m.exec(source)?.[1]
  return manifest(file, source, name, found, found.length > 0)
}

function manifest(
  file: string,
  source: string,
  name: string | undefined,
  found: Requirement[],
  isRoot: boolean,
): Manifest {
  const report = fileReport(file, source, 'config')
  const declares: string[] = []
  for (const { text, position } of found) {
    const written = /^\s*["']?([A-Za-z\d][\w.-]*)/.exec(text)?.[1]
    if (!written) continue
    declares.push(pythonName(written))
    const match = pythonPackage(written)
    if (!match) continue
    report.add({
      kind: 'manifest',
      vendor: match.signature.vendor,
      name: pythonName(written),
      position,
      confidence: match.signature.confidence ?? 'high',
    })
  }
  return { name, isRoot, declares, candidates: report.candidates() }
}

/** The position of the bracket that closes the one at `open`, or the end. */
function closing(code: string, open: number): number {
  let depth = 0
  for (let at = open; at < code.length; at++) {
    const char = code[at] ?? ''
    if ('[({'.includes(char)) depth += 1
    else if ('])}'.includes(char) && --depth === 0) return at
  }
  return code.length
}
