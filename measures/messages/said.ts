import type { GroupValue } from '../cells.ts'

/**
 * A sentence of a result as data: which one it is, and what stands in it. Beside it the result keeps the sentence itself in English; by
 * code and parameters others say it in another language. Numbers are rounded as they are shown.
 */
export type Message = { code: string; params: Record<string, Param> }

/** A word that other languages know by its id, values as they stand in the data, a number, a sentence within, or several of them. */
export type Param = string | number | null | Term | Message | Param[]

/**
 * `metric`, `check`, `measure`: ids that have names; `phrase`: words of this package in English; `group` and `names`: values of the data,
 * which are never translated.
 */
export type Term =
  | { term: 'metric' | 'check' | 'measure' | 'phrase'; id: string }
  | { term: 'group'; values: GroupValue[] }
  | { term: 'names'; values: string[] }

/** A message with its English sentence. */
export type Said = Message & { text: string }

/** A term with the English words that stand for it. */
export type Worded = { of: Term; text: string }

/** What a sentence is filled with. */
export type Filling = string | number | null | Worded | Said | readonly Filling[]

/** The names in braces of a template. */
type Names<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

/** Says the sentences of a list of templates; which values each needs is read from its braces. */
export function saying<const Templates extends Record<string, string>>(templates: Templates) {
  return <Code extends keyof Templates & string>(
    code: Code,
    params: { [Name in Names<Templates[Code]>]: Filling },
  ): Said => {
    const given = new Map<string, Filling>(Object.entries(params))
    const text = String(templates[code]).replaceAll(/\{(\w+)\}/g, (_, name: string) => english(given.get(name) ?? null))
    return { code, params: Object.fromEntries([...given].map(([name, it]) => [name, asParam(it)])), text }
  }
}

/** The message alone, as results keep it beside the sentence. */
export function messageOf({ code, params }: Said): Message {
  return { code, params }
}

export function phrase(text: string): Worded {
  return { of: { term: 'phrase', id: text }, text }
}

/** A check or a number of one by its id, which is its name in English too. */
export function named(term: 'check' | 'measure', id: string): Worded {
  return { of: { term, id }, text: id }
}

/** Names of the data; as `text` says where a sentence lists them otherwise. */
export function names(values: readonly string[], text = values.join(', ')): Worded {
  return { of: { term: 'names', values: [...values] }, text }
}

function english(filling: Filling): string {
  if (filling === null) return 'none'
  if (typeof filling === 'string') return filling
  if (typeof filling === 'number') return String(filling)
  return isMany(filling) ? listed(filling.map(english)) : filling.text
}

function asParam(filling: Filling): Param {
  if (filling === null || typeof filling === 'string' || typeof filling === 'number') return filling
  if (isMany(filling)) return filling.map(asParam)
  return 'of' in filling ? filling.of : messageOf(filling)
}

function isMany(filling: Filling): filling is readonly Filling[] {
  return Array.isArray(filling)
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${String(parts.at(-1))}`
}
