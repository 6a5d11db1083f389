import type { FileReport } from './candidate.ts'
import { signatures } from './signatures.ts'

type Host = { vendor: string; pattern: string; literal: string; match: RegExp }

const hosts: readonly Host[] = signatures.flatMap(({ vendor, hosts }) =>
  (hosts ?? []).map((host) => hostRule(vendor, host)),
)

const variables = new Map(signatures.flatMap(({ vendor, env }) => (env ?? []).map((name) => [name, vendor] as const)))
const variable = new RegExp(
  `(?<![\\w])(?:NEXT_PUBLIC_|VITE_|REACT_APP_)?(${[...variables.keys()].join('|')})(?![\\w])`,
  'g',
)

const images = new Map(
  signatures.flatMap(({ vendor, images }) => (images ?? []).map((image) => [image, vendor] as const)),
)
const image = new RegExp(
  `(?<=(?:image|repository|FROM|from|run)\\b[^\\n]{0,80}?|^|["'\\s/=])(?:docker\\.io/)?(${[...images.keys()].map(escaped).join('|')})(?=[:@"'\\s]|$)`,
  'gm',
)

/** The longest fixed part of a host pattern: what a file must hold before the pattern is worth a try. */
export const endpointLiterals: readonly string[] = [
  ...hosts.map((host) => host.literal),
  ...variables.keys(),
  ...images.keys(),
  ':11434',
  ':1234/v1',
  '/v1/chat/completions',
  '/chat/completions',
  '/v1/embeddings',
  '/v1/messages',
  '/api/generate',
]

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function hostRule(vendor: string, pattern: string): Host {
  const parts = pattern.split('*')
  const literal = parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '')
  const body = parts.map(escaped).join('[^\\s\'"`/]{1,80}?')
  // A host begins where a name cannot go on, so that `notapi.openai.com` and `api.openai.com.example` are others;
  // after an @ it is a mail address, unless a scheme came first.
  const opened = pattern.startsWith('*') ? '' : `(?<![\\w.-])(?:(?<!@)|(?<=:\\/\\/[^\\s/@]{0,100}@))`
  const rest = pattern.startsWith('*') ? escaped(pattern.slice(1)) : body
  return { vendor, pattern, literal, match: new RegExp(`${opened}${rest}(?![\\w-]|\\.\\w)`, 'gi') }
}

/** @param live text without comments, of the same length as the file's. */
export function reportEndpoints(live: string, report: FileReport): void {
  const lower = live.toLowerCase()
  for (const host of hosts) {
    if (!lower.includes(host.literal)) continue
    for (const match of live.matchAll(host.match)) {
      const subdomain = host.pattern.startsWith('*') ? wordBefore(live, match.index) : ''
      const position = match.index - subdomain.length
      const name = (subdomain + match[0]).toLowerCase()
      report.add({
        kind: 'endpoint',
        vendor: host.vendor,
        // Where the code puts the host together, the pattern is all that can be told.
        name: name === host.literal || /[${}%]/.test(name) ? host.pattern : name,
        position,
        confidence: /\/\/[^/\s]*$/.test(live.slice(Math.max(0, position - 80), position)) ? 'high' : 'medium',
      })
    }
  }
  reportSelfHosted(live, report)
  reportCompatible(live, report)
}

/** A label of a host name has at most 63 characters; a longer run of letters before the match is some other data. */
function wordBefore(text: string, position: number): string {
  return /[\w.-]{0,63}$/.exec(text.slice(Math.max(0, position - 63), position))?.[0] ?? ''
}

/** Container images of model servers, in compose files, Kubernetes manifests and Dockerfiles. */
export function reportImages(live: string, report: FileReport): void {
  for (const match of live.matchAll(image)) {
    const name = match[1] ?? match[0]
    report.add({ kind: 'endpoint', vendor: images.get(name), name, position: match.index, confidence: 'high' })
  }
}

/** Variables that hold a vendor's key or address: a weaker sign than a host, told only where the vendor is not yet. */
export function reportVariables(live: string, report: FileReport): void {
  for (const match of live.matchAll(variable)) {
    const name = match[1] ?? match[0]
    const vendor = variables.get(name)
    if (report.has((finding) => finding.vendor === vendor && finding.name !== name && finding.kind !== 'prompt'))
      continue
    report.add({ kind: 'endpoint', vendor, name, position: match.index, confidence: 'medium' })
  }
}

const ollama = /(?<![\w.])(?!\d+:)((?:https?:\/\/)?[\w.${}-]{1,100}:11434)(?!\d)/g
const lmStudio = /(?<![\w.])(https?:\/\/[\w.-]{1,100}:1234\/v1)(?!\d)/g
const namedServer =
  /https?:\/\/([\w.-]{0,60}\b(?:vllm|ollama|tgi|sglang|localai|litellm|llama-?cpp)\b[\w.-]{0,60}(?::\d+)?)/gi

function reportSelfHosted(live: string, report: FileReport): void {
  const take = (pattern: RegExp, vendor: string) => {
    for (const match of live.matchAll(pattern)) {
      const name = (match[1] ?? match[0]).replace(/^https?:\/\//, '').replace(/^.*\}/, '*')
      report.add({ kind: 'endpoint', vendor, name, position: match.index, confidence: 'medium' })
    }
  }
  take(ollama, 'Ollama (self-hosted)')
  take(lmStudio, 'Model server (self-hosted)')
  for (const match of live.matchAll(namedServer)) {
    const name = match[1] ?? match[0]
    if (/\.(?:com|ai|org|io|dev|net)\b/i.test(name) || name.endsWith(':11434')) continue
    report.add({ kind: 'endpoint', vendor: serverVendor(name), name, position: match.index, confidence: 'medium' })
  }
}

function serverVendor(host: string): string {
  if (/vllm/i.test(host)) return 'vLLM (self-hosted)'
  if (/ollama/i.test(host)) return 'Ollama (self-hosted)'
  if (/llama-?cpp/i.test(host)) return 'llama.cpp (self-hosted)'
  if (/litellm/i.test(host)) return 'LiteLLM'
  return 'Model server (self-hosted)'
}

const completions =
  /(?:https?:\/\/([\w.-]{1,100}(?::\d{1,5})?))[\w/.-]{0,100}\/(?:chat\/completions|v1\/embeddings|v1\/messages)\b/g

/** A host nobody listed that is spoken to in the OpenAI or Anthropic way is some model server. */
function reportCompatible(live: string, report: FileReport): void {
  for (const match of live.matchAll(completions)) {
    const name = (match[1] ?? match[0]).toLowerCase()
    if (report.has((finding) => finding.kind === 'endpoint' && finding.name === name)) continue
    report.add({ kind: 'endpoint', name, position: match.index, confidence: 'medium' })
  }
}
