/** Somebody who can be mentioned, by what they are called in the text that is typed. */
export type Mention = { id: string; name: string }

const token = /@\[person:([0-9a-f-]{36})\]/g

/** The text as the server takes it: where a chosen person is named, their id. A name that nobody chose stays a word. */
export function toStored(text: string, chosen: readonly Mention[]): string {
  const longestFirst = chosen.toSorted((a, b) => b.name.length - a.name.length)
  let stored = text
  for (const { id, name } of longestFirst) stored = stored.replaceAll(`@${name}`, `@[person:${id}]`)
  return stored
}

/** The text as it is typed: people by name. */
export function toTyped(text: string, mentions: readonly Mention[]): string {
  return text.replaceAll(token, (whole: string, id: string) => {
    const name = mentions.find((one) => one.id === id)?.name
    return name === undefined ? whole : `@${name}`
  })
}

/** The text as Markdown to be shown: people by name, set apart. Marks in a name would end the emphasis. */
export function toShown(text: string, mentions: readonly Mention[]): string {
  return text.replaceAll(token, (_whole, id: string) => {
    const name = mentions.find((one) => one.id === id)?.name ?? '?'
    return `**@${name.replaceAll(/[*`]/g, '')}**`
  })
}

/** The name being typed behind an @ right before the caret, and where it begins. At most two words belong to it. */
export function askedAt(text: string, caret: number): { from: number; words: string } | null {
  const before = text.slice(0, caret)
  const asked = /(?:^|[\s(])@([\p{L}\p{M}\p{N}.'’-]{0,40}(?: [\p{L}\p{M}\p{N}.'’-]{1,40})?)$/u.exec(before)
  const words = asked?.[1]
  return words === undefined ? null : { from: before.length - words.length - 1, words }
}

/** The text with the name put in where it was being typed, and the caret behind it. */
export function complete(
  text: string,
  { from, words }: { from: number; words: string },
  name: string,
): { text: string; caret: number } {
  const rest = text.slice(from + 1 + words.length)
  const space = rest.startsWith(' ') ? '' : ' '
  return { text: `${text.slice(0, from)}@${name}${space}${rest}`, caret: from + name.length + 2 }
}
