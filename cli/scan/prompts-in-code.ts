import type { FileReport } from './candidate.ts'
import { type SourceText, stringAt } from './source-text.ts'

const promptName =
  '(?:[A-Za-z_$][\\w$]*_)?(?:SYSTEM|system|System)_?(?:PROMPT|prompt|Prompt|MESSAGE|message|Message|INSTRUCTIONS?|instructions?|Instructions?)\\w*' +
  '|[A-Za-z_$][\\w$]*(?:SystemPrompt|PromptTemplate|_PROMPT_TEMPLATE|_prompt_template|SystemMessage)' +
  '|(?:PROMPT|prompt)_?(?:TEMPLATE|template|Template)\\w*' +
  '|[A-Z][A-Z\\d_]*_PROMPT(?:_[A-Z\\d_]+)?'
const constant = new RegExp(
  `(?<![\\w$.])(${promptName})\\s*(?::\\s*[\\w<>[\\]., |]+)?(?:=|:)\\s*(?:\\(\\s*|[rfbRFB]{1,2}(?=['"\`])|dedent\\s*\`?\\s*|textwrap\\.dedent\\s*\\(\\s*|String\\.raw)*(?=['"\`])`,
  'g',
)
const systemRole = /(?<![\w$])['"]?role['"]?\s*:\s*(?=['"])/g
const contentAfter = /^[\s,]*['"]?content['"]?\s*:\s*[rfbRFB]{0,2}(?=['"`])/

/** Shorter texts under such names are labels and settings, not instructions to a model. */
const shortestPrompt = 20

/** System prompts that stand in code: constants named so, and messages of the role "system". */
export function reportPrompts(text: SourceText, report: FileReport): void {
  for (const match of text.code.matchAll(constant)) {
    const name = match[1]
    const value = openedString(text, match.index + match[0].length)
    if (!name || value === undefined || value.trim().length < shortestPrompt || !isInstruction(value)) continue
    report.add({ kind: 'prompt', name, position: match.index, confidence: 'high' })
  }
  for (const match of text.live.matchAll(systemRole)) {
    const role = stringAt(text, match.index + match[0].length + 1)
    if (role !== 'system' && role !== 'developer') continue
    const after = match.index + match[0].length + role.length + 2
    const content = contentAfter.exec(text.live.slice(after, after + 80))
    const value = content ? openedString(text, after + content[0].length) : undefined
    if (value === undefined || value.trim().length < shortestPrompt) continue
    report.add({ kind: 'prompt', name: 'system message', position: match.index, confidence: 'high' })
  }
}

/** The text of the string whose opening quote (one or three) stands at `quote`. */
function openedString(text: SourceText, quote: number): string | undefined {
  return stringAt(text, quote + 3) ?? stringAt(text, quote + 1)
}

/** An instruction is prose: words with blanks between. A path, a key or an identifier under such a name is not. */
function isInstruction(value: string): boolean {
  return /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(value)
}
