import type { Bound, Dialect } from './dialect.ts'

export type Query = { sql: string; values: Bound[] }

/** Collects bound values while a query is written, so that no value ever stands in the text of one. */
export class Statement {
  readonly dialect: Dialect
  readonly #values: Bound[] = []

  constructor(dialect: Dialect) {
    this.dialect = dialect
  }

  text(value: string): string {
    return this.#bind({ type: 'text', value })
  }

  number(value: number): string {
    return this.#bind({ type: 'number', value })
  }

  query(sql: string): Query {
    return { sql, values: [...this.#values] }
  }

  #bind(bound: Bound): string {
    this.#values.push(bound)
    return this.dialect.place(this.#values.length, bound.type)
  }
}
