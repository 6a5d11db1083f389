import { type Candidate, fileReport } from './candidate.ts'
import { cut } from './evidence.ts'
import { maskSecrets } from './mask-secrets.ts'
import type { Confidence } from './model.ts'

const promptFolder = /(?:^|\/)(?:[\w-]*[_-])?prompts?\/(?:[^/]+\/)*[^/]+$/i
const templateExtension = /\.(?:j2|jinja2?|hbs|mustache|liquid|tmpl|txt|md|mdx|ya?ml|json|xml)$/i
const ownExtension = /\.(?:prompt|prompty|prompt\.(?:md|txt|ya?ml|json|j2)|promptfile)$/i
const instructionFiles =
  /(?:^|\/)(?:CLAUDE(?:\.local)?\.md|AGENTS\.md|GEMINI\.md|\.cursorrules|\.windsurfrules|\.clinerules|\.cursor\/rules\/[^/]+\.mdc?|\.github\/copilot-instructions\.md|\.github\/(?:instructions|chatmodes)\/[^/]+\.md)$/
const notes = /(?:^|\/)(?:README|CHANGELOG|LICENSE|CONTRIBUTING|index)\.(?:md|txt|mdx)$/i

/** Text that only a model is spoken to in: roles, chat tokens, instructions to "you", tags and slots of a prompt. */
export const addressesModel =
  /\b(?:you are (?:an?|the)\b|your (?:task|role|goal|job) is\b|act as (?:an?|the)\b|respond (?:only )?(?:in|with)\b|answer the (?:user|question)|do not (?:invent|hallucinate|make up)|as an ai\b|step[- ]by[- ]step|the (?:user|assistant)(?:'s)? (?:message|question|query|input)|few-shot|chain of thought)|<\|(?:im_start|system|user|assistant|begin_of_text)|\[INST\]|<<SYS>>|\b(?:system|user|assistant|human)\s*:/i
const chatTemplate = /\{%-?\s*for\s+\w+\s+in\s+messages\b|<\|im_start\|>|add_generation_prompt/
const promptKeys =
  /^[ \t-]*["']?(?:system|user|assistant|messages|template|prompt|instructions?|input_variables|role|_type)["']?\s*:/m

/** True for a file whose name or folder makes it worth reading as a prompt. */
export function mayBePrompt(file: string): boolean {
  if (notes.test(file)) return false
  return (
    ownExtension.test(file) ||
    instructionFiles.test(file) ||
    /\.(?:j2|jinja2?)$/i.test(file) ||
    (promptFolder.test(file) && templateExtension.test(file))
  )
}

export function scanPromptFile(file: string, source: string): Candidate[] {
  const report = fileReport(file, source, 'config')
  const judged = judge(file, source)
  if (judged) {
    const position = Math.max(0, source.search(addressesModel))
    const named = {
      kind: 'prompt' as const,
      name: judged.name,
      position: judged.whole ? source.search(/\S/) : position,
    }
    report.add({ ...named, ...(judged.vendor ? { vendor: judged.vendor } : {}), confidence: judged.confidence })
  }
  return report.candidates()
}

type Judged = { name: string; vendor?: string; confidence: Confidence; whole: boolean }

function judge(file: string, source: string): Judged | undefined {
  const base = file.split('/').at(-1) ?? file
  if (source.trim() === '') return undefined
  if (instructionFiles.test(file)) {
    return {
      name: `coding assistant instructions: ${base}`,
      confidence: 'medium',
      whole: true,
      ...assistantVendor(base),
    }
  }
  if (ownExtension.test(file)) return { name: base, confidence: 'high', whole: true }
  const addressed = addressesModel.test(source)
  if (/\.(?:j2|jinja2?)$/i.test(file)) {
    if (chatTemplate.test(source)) return { name: base, confidence: 'high', whole: false }
    return addressed && /prompt|system|instruction/i.test(file)
      ? { name: base, confidence: 'high', whole: false }
      : undefined
  }
  if (/\.(?:ya?ml|json|xml)$/i.test(file)) {
    return promptKeys.test(source) && addressed ? { name: base, confidence: 'medium', whole: false } : undefined
  }
  return addressed ? { name: base, confidence: 'medium', whole: false } : undefined
}

function assistantVendor(base: string): { vendor?: string } {
  if (base.startsWith('CLAUDE')) return { vendor: 'Anthropic' }
  if (base.startsWith('GEMINI')) return { vendor: 'Google Gemini' }
  if (base === 'copilot-instructions.md') return { vendor: 'GitHub Copilot' }
  if (base === '.cursorrules' || base.endsWith('.mdc')) return { vendor: 'Cursor' }
  return {}
}

type Row = Record<string, unknown>

/**
 * Judges a JSON Lines file by its first line: chats with answers and pairs of prompt and completion are training data,
 * chats without an answer are prompts.
 * @param head the file's beginning; the last line may be cut
 */
export function scanJsonLines(file: string, head: string): Candidate[] {
  const end = head.indexOf('\n')
  const first = (end < 0 ? head : head.slice(0, end)).trim()
  const row = parseRow(first)
  const judged = row && judgeRow(row)
  if (!judged) return []
  const base = file.split('/').at(-1) ?? file
  const evidence = cut(maskSecrets(first, 'config'))
  return [{ finding: { kind: judged.kind, name: base, file, line: 1, evidence, confidence: judged.confidence } }]
}

function parseRow(line: string): Row | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function judgeRow(row: Row): { kind: 'dataset' | 'prompt'; confidence: Confidence } | undefined {
  const chat = row['messages'] ?? row['conversations'] ?? row['contents']
  if (Array.isArray(chat)) {
    const roles = chat.map(roleOf).filter((role) => role !== undefined)
    if (roles.length === 0) return undefined
    const answered = roles.some((role) => ['assistant', 'gpt', 'model', 'bot'].includes(role))
    return { kind: answered ? 'dataset' : 'prompt', confidence: 'high' }
  }
  if (typeof row['url'] === 'string' && /\/v1\/(?:chat\/completions|embeddings|responses)/.test(row['url'])) {
    return { kind: 'prompt', confidence: 'high' }
  }
  const has = (...keys: string[]) => keys.every((key) => typeof row[key] === 'string' || Array.isArray(row[key]))
  if (has('prompt', 'completion') || has('instruction', 'output') || has('prompt', 'chosen', 'rejected')) {
    return { kind: 'dataset', confidence: 'high' }
  }
  if (has('chosen', 'rejected') || has('question', 'answer', 'context') || has('input_text', 'output_text')) {
    return { kind: 'dataset', confidence: 'medium' }
  }
  return undefined
}

function roleOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { role, from }: { role?: unknown; from?: unknown } = message
  const said = role ?? from
  return typeof said === 'string' ? said : undefined
}
