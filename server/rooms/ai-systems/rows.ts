/** One of these words, as the schema's check guarantees; anything else is a broken row and throws. */
export function asWord<Word extends string>(words: readonly Word[], value: string): Word {
  const known = words.find((word) => word === value)
  if (known === undefined) throw new Error(`“${value}” is none of ${words.join(', ')}`)
  return known
}

export function asWordOrNull<Word extends string>(words: readonly Word[], value: string | null): Word | null {
  return value === null ? null : asWord(words, value)
}

export function asWords<Word extends string>(words: readonly Word[], values: readonly string[]): Word[] {
  return values.map((value) => asWord(words, value))
}

/** A person by name; who was erased stays as that. */
export function personOf(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? 'Erased person' }
}

/** A pattern for ilike that takes the words literally. */
export function contains(words: string): string {
  return `%${escapeLike(words)}%`
}

export function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}
