/** A piece of a filter expression. `at` is where it begins, counted from 1, for refusals that point. */
export type Token =
  | { kind: 'name'; text: string; quoted: boolean; at: number }
  | { kind: 'text'; text: string; at: number }
  | { kind: 'number'; value: number; at: number }
  | { kind: 'sign'; text: string; at: number }
  | { kind: 'end'; at: number }

/** Thrown inside this folder only; `parseFilter` turns it into a refusal. */
export class FilterProblem extends Error {}

const space = /\s+/y
/** Names of columns may hold hyphens and dots without quotes (`hours-per-week`): a filter has no arithmetic to mix them up with. */
const name = /[\p{L}_][\p{L}\p{N}_.-]*/uy
const number = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const sign = /<=|>=|<>|!=|==|=|<|>|\(|\)|,/y
const text = /'((?:[^']|'')*)'/y
const quotedName = /"((?:[^"]|"")*)"|`((?:[^`]|``)*)`/y

/** Splits a filter into its pieces; the last one is the end. Throws FilterProblem for a character that starts none. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const blank = match(space, source, at)
    if (blank !== null) {
      at += blank[0].length
      continue
    }
    const [token, length] = tokenAt(source, at)
    tokens.push(token)
    at += length
  }
  tokens.push({ kind: 'end', at: source.length + 1 })
  return tokens
}

function tokenAt(source: string, from: number): [Token, number] {
  const at = from + 1
  const asNumber = match(number, source, from)
  if (asNumber !== null) {
    const value = Number(asNumber[0])
    if (!Number.isFinite(value)) throw new FilterProblem(`the number at ${at} is too large`)
    return [{ kind: 'number', value, at }, asNumber[0].length]
  }
  const asText = match(text, source, from)
  if (asText !== null) return [{ kind: 'text', text: (asText[1] ?? '').replaceAll("''", "'"), at }, asText[0].length]
  const asQuoted = match(quotedName, source, from)
  if (asQuoted !== null) {
    const inner = asQuoted[1]?.replaceAll('""', '"') ?? (asQuoted[2] ?? '').replaceAll('``', '`')
    return [{ kind: 'name', text: inner, quoted: true, at }, asQuoted[0].length]
  }
  const asName = match(name, source, from)
  if (asName !== null) return [{ kind: 'name', text: asName[0], quoted: false, at }, asName[0].length]
  const asSign = match(sign, source, from)
  if (asSign !== null) return [{ kind: 'sign', text: asSign[0], at }, asSign[0].length]
  const character = String.fromCodePoint(source.codePointAt(from) ?? 0)
  const unclosed = `'"\``.includes(character) ? ', a quote that is never closed' : ''
  throw new FilterProblem(`nothing can begin with ${character} at ${at}${unclosed}`)
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}
