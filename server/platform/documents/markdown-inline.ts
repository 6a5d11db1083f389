import type { Inline } from './document.ts'
import { isSafeLink } from './text.ts'

/**
 * One line of Markdown as inline parts: strong, emphasis, code, links, backslash escapes. What is not closed, HTML, and
 * links to anything but web and mail addresses stay as the characters that were written.
 */
export function markdownInline(source: string): Inline[] {
  const parts: Inline[] = []
  let plain = ''
  const push = (part: Inline) => {
    if (plain !== '') parts.push({ kind: 'text', text: plain })
    plain = ''
    parts.push(part)
  }
  let rest = source
  while (rest !== '') {
    const found = marked(rest)
    if (!found) {
      const character = String.fromCodePoint(rest.codePointAt(0) ?? 0)
      plain += character
      rest = rest.slice(character.length)
    } else {
      if (typeof found.part === 'string') plain += found.part
      else push(found.part)
      rest = rest.slice(found.length)
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain })
  return parts
}

type Found = { part: Inline | string; length: number }

/** The marked part with which the text begins, or null when its first character is an ordinary one. */
function marked(rest: string): Found | null {
  const escape = /^\\([!-/:-@[-`{-~])/.exec(rest)
  if (escape) return { part: escape[1] ?? '', length: 2 }
  return (
    code(rest) ??
    link(rest) ??
    stressed(rest, '**', 'strong') ??
    stressed(rest, '__', 'strong') ??
    stressed(rest, '*', 'emphasis') ??
    stressed(rest, '_', 'emphasis') ??
    word(rest)
  )
}

/** A whole word at once, so that an underscore inside it (a file name, an id) marks nothing. */
function word(rest: string): Found | null {
  const found = /^[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)*/u.exec(rest)
  return found ? { part: found[0], length: found[0].length } : null
}

function code(rest: string): Found | null {
  const found = /^(`+)(?!`)(.+?)(?<!`)\1(?!`)/.exec(rest)
  if (!found) return null
  return { part: { kind: 'code', text: (found[2] ?? '').trim() }, length: found[0].length }
}

function link(rest: string): Found | null {
  const found =
    /^\[((?:[^[\]\\]|\\.)+)\]\(\s*<?([^\s<>()]+)>?\s*\)/.exec(rest) ?? /^<((https?:\/\/|mailto:)[^\s<>]+)>/.exec(rest)
  if (!found) return null
  const bare = found[0].startsWith('<')
  const url = (bare ? found[1] : found[2]) ?? ''
  if (!isSafeLink(url)) return null
  const children: Inline[] = bare ? [{ kind: 'text', text: url }] : markdownInline(found[1] ?? '')
  return { part: { kind: 'link', url, children }, length: found[0].length }
}

function stressed(rest: string, mark: string, kind: 'strong' | 'emphasis'): Found | null {
  if (!rest.startsWith(mark) || /^[\s*_]?$/.test(rest.charAt(mark.length))) return null
  for (let at = rest.indexOf(mark, mark.length + 1); at > 0; at = rest.indexOf(mark, at + 1)) {
    const longer = mark.length === 1 && (rest[at + 1] === mark || rest[at - 1] === mark)
    const escaped = rest[at - 1] === '\\'
    const spaced = /\s/.test(rest[at - 1] ?? '')
    const inWord = mark.startsWith('_') && /[\p{L}\p{N}]/u.test(rest[at + mark.length] ?? '')
    if (longer || escaped || spaced || inWord) continue
    const children = markdownInline(rest.slice(mark.length, at))
    return { part: { kind, children }, length: at + mark.length }
  }
  return null
}
