/** A value that DuckDB binds to a numbered place of a statement. */
export type Bound = string | number | boolean | null

/**
 * Hands out the numbered places of one statement. Values reach a statement only through here, names only through `quoted`: a group called
 * `'; drop` is then a text like any other, and a negative bound cannot turn into a comment.
 */
export type Parameters = { bind: (value: Bound) => string; values: Bound[] }

export function noParameters(): Parameters {
  const values: Bound[] = []
  return {
    values,
    bind(value) {
      values.push(value)
      return `$${values.length}`
    },
  }
}

/** A name as an SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
