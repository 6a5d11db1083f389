import type { FileReport } from './candidate.ts'
import { addressesModel } from './prompt-files.ts'
import { type SourceText, stringAt } from './source-text.ts'

const names = [
  // systemPrompt, SYSTEM_PROMPT_V2, agent_system_message, systemInstruction
  '(?:[A-Za-z_$][\\w$]*_)?(?:SYSTEM|system|System)_?(?:PROMPT|prompt|Prompt|MESSAGE|message|Message|INSTRUCTIONS?|instructions?|Instructions?)\\w*',
  '[A-Za-z_$][\\w$]*(?:SystemPrompt|PromptTemplate|_PROMPT_TEMPLATE|_prompt_template|SystemMessage)',
  '(?:PROMPT|prompt)_?(?:TEMPLATE|template|Template)\\w*',
  '[A-Z][A-Z\\d_]*_PROMPT(?:_[A-Z\\d_]+)?',
  // Arguments of SDK calls: streamText({system: …}), Agent(instructions=…)
  'system|instructions|template|prompt',
].join('|')
const type = '(?:\\s*:\\s*[\\w<>[\\]., |]+)?'
// What may stand between the sign and the string: a bracket, a string prefix, a helper that strips the indentation.
const opening =
  '(?:\\(\\s*|[rfbRFB]{1,2}(?=[\'"])|(?:textwrap\\.)?dedent\\s*\\(?\\s*|outdent\\s*|stripIndents?\\s*|String\\.raw\\s*)*'
const assigned = new RegExp(`(?<![\\w$.])['"]?(${names})['"]?${type}\\s*(?:=|:)\\s*${opening}(?=['"\`])`, 'g')

const systemRole = /(?<![\w$])['"]?role['"]?\s*[:=]\s*(?=['"])/g
const contentAfter = /^[\s,]*['"]?(?:content|text)['"]?\s*[:=]\s*(?:\(\s*)?[rfbRFB]{0,2}(?=['"`])/
const langchain =
  /\b(?:System|Developer)Message(?:PromptTemplate\.from_template)?\s*\(\s*(?:\{\s*)?(?:content\s*[:=]\s*)?(?=['"`])/g
const pair = /[([]\s*(?=['"]system['"]\s*,)/g

/** Shorter texts under such names are labels and settings, not instructions to a model. */
const shortestPrompt = 20

/** System prompts that stand in code: constants and arguments named so, and messages of the role "system". */
export function reportPrompts(text: SourceText, report: FileReport): void {
  for (const match of text.code.matchAll(assigned)) {
    const name = match[1]
    const value = openedString(text, match.index + match[0].length)
    if (name === undefined || !isPrompt(name, value, report)) continue
    const confidence = /prompt/i.test(name) ? 'high' : 'medium'
    report.add({ kind: 'prompt', name, position: match.index, confidence })
  }
  for (const { position, value } of systemMessages(text)) {
    if (isProse(value)) report.add({ kind: 'prompt', name: 'system message', position, confidence: 'high' })
  }
  if (report.has(({ kind }) => kind === 'prompt')) return
  for (const { start, end } of text.strings) {
    const value = text.source.slice(start, Math.min(end, start + 2_000))
    if (!/^\s*You are /.test(value) || value.length < shortestPrompt * 2) continue
    if (!/\b(?:AI|assistant|chatbot|language model)\b/.test(value) && !besideAi(report)) continue
    report.add({ kind: 'prompt', name: 'text to a model', position: start, confidence: 'medium' })
  }
}

function besideAi(report: FileReport): boolean {
  return report.has(({ kind }) => kind === 'sdk' || kind === 'agent')
}

/** A name says "prompt" more or less clearly: what a shell or a form asks is called so too. */
function isPrompt(name: string, value: string | undefined, report: FileReport): boolean {
  if (!isProse(value)) return false
  if (/(?:system_?prompt|system_?instruction|prompt_?template)/i.test(name)) return true
  const addressed = addressesModel.test(value)
  if (name === 'template' || name === 'prompt') return addressed && besideAi(report)
  return addressed || (name !== 'system' && name !== 'instructions' && besideAi(report))
}

/** `{role: 'system', content: …}`, `SystemMessage(…)` and `('system', …)`. */
function* systemMessages(text: SourceText): Generator<{ position: number; value: string | undefined }> {
  for (const match of text.live.matchAll(systemRole)) {
    const role = stringAt(text, match.index + match[0].length + 1)
    if (role !== 'system' && role !== 'developer') continue
    const after = match.index + match[0].length + role.length + 2
    const content = contentAfter.exec(text.live.slice(after, after + 80))
    if (content) yield { position: match.index, value: openedString(text, after + content[0].length) }
  }
  for (const match of text.code.matchAll(langchain)) {
    yield { position: match.index, value: openedString(text, match.index + match[0].length) }
  }
  for (const match of text.live.matchAll(pair)) {
    const comma = text.live.indexOf(',', match.index)
    const quote = comma + 1 + text.live.slice(comma + 1).search(/['"`]/)
    if (/^\s*[rfbRFB]{0,2}$/.test(text.live.slice(comma + 1, quote))) {
      yield { position: match.index, value: openedString(text, quote) }
    }
  }
}

/** The text of the string whose opening quote (one or three) stands at `quote`. */
function openedString(text: SourceText, quote: number): string | undefined {
  return stringAt(text, quote + 3) ?? stringAt(text, quote + 1)
}

/** An instruction is prose: words with blanks between. A path, a key or an identifier under such a name is not. */
function isProse(value: string | undefined): value is string {
  return value !== undefined && value.trim().length >= shortestPrompt && /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(value)
}
