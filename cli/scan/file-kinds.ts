import { isAgentConfig } from './agent-config.ts'
import { isModelName } from './model-files.ts'
import { mayBePrompt } from './prompt-files.ts'

export type FileKind =
  | 'javascript'
  | 'python'
  | 'notebook'
  | 'manifest'
  | 'agent-config'
  | 'config'
  | 'prompt'
  | 'json-lines'
  | 'model'

const byExtension: Readonly<Record<string, FileKind>> = {
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.jsx': 'javascript',
  '.ts': 'javascript',
  '.mts': 'javascript',
  '.cts': 'javascript',
  '.tsx': 'javascript',
  '.vue': 'javascript',
  '.svelte': 'javascript',
  '.astro': 'javascript',
  '.html': 'javascript',
  '.htm': 'javascript',
  '.py': 'python',
  '.pyw': 'python',
  '.ipynb': 'notebook',
  '.yaml': 'config',
  '.yml': 'config',
  '.toml': 'config',
  '.ini': 'config',
  '.cfg': 'config',
  '.conf': 'config',
  '.properties': 'config',
  '.env': 'config',
  '.json': 'config',
  '.jsonc': 'config',
  '.tf': 'config',
  '.tfvars': 'config',
  '.sh': 'config',
  '.jsonl': 'json-lines',
  '.ndjson': 'json-lines',
}

const manifestName =
  /^(?:package\.json|deno\.jsonc?|pyproject\.toml|Pipfile|setup\.py|setup\.cfg|(?:environment|conda)[\w.-]*\.ya?ml|requirements[\w.-]*\.(?:txt|in))$/
// What others use is written in lock files, not what this code uses.
const lockFile =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|poetry\.lock|uv\.lock|Pipfile\.lock)$/

/**
 * Says by its path alone how a file is to be read; undefined for one that no rule concerns.
 * @param path below the scanned folder, with `/`
 * @param base its last part
 */
export function fileKind(path: string, base: string): FileKind | undefined {
  if (manifestName.test(base) || /(?:^|\/)requirements\/[\w.-]+\.(?:txt|in)$/.test(path)) return 'manifest'
  if (lockFile.test(base)) return undefined
  const extension = extensionOf(base)
  if (isModelName(base, extension)) return 'model'
  const known = byExtension[extension]
  if (known === 'javascript' || known === 'python') return known
  if (isAgentConfig(path)) return 'agent-config'
  if (mayBePrompt(path)) return 'prompt'
  if (known) return known
  if (/^\.env(?:\.|$)/.test(base) || /^(?:Dockerfile|Containerfile)(?:\.|$)/.test(base) || /^\.envrc$/.test(base))
    return 'config'
  return undefined
}

export function extensionOf(base: string): string {
  const dot = base.lastIndexOf('.')
  return dot < 0 ? '' : base.slice(dot).toLowerCase()
}
