import { FilterProblem, type Token, tokensOf } from './tokens.ts'

export type Literal = { kind: 'number'; value: number } | { kind: 'text'; value: string }
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>='

/** A condition over the columns of one row. It never holds SQL: literals become bound parameters, names are looked up. */
export type Condition =
  | { kind: 'compare'; column: string; operator: Operator; value: Literal }
  | { kind: 'in'; column: string; values: Literal[] }
  | { kind: 'between'; column: string; low: Literal; high: Literal }
  | { kind: 'null'; column: string }
  | { kind: 'not'; of: Condition }
  | { kind: 'and' | 'or'; all: Condition[] }

const deepest = 100

/**
 * Reads a filter: `days between -30 and 30 and is_recid != -1 and (score_text != 'N/A' or not race in ('Other'))`. Text stands in
 * single quotes, names with spaces in double ones. As in SQL, a comparison with a missing value holds for nobody.
 * Refusals tell where and what was expected.
 */
export function parseFilter(source: string): { ok: true; condition: Condition } | { ok: false; message: string } {
  try {
    const reader = new Reader(tokensOf(source))
    const condition = reader.either(0)
    reader.mustEnd()
    return { ok: true, condition }
  } catch (error) {
    if (error instanceof FilterProblem) return { ok: false, message: error.message }
    throw error
  }
}

/** Every column that a condition asks for, each once, in order of first use. */
export function columnsOf(condition: Condition): string[] {
  if (condition.kind === 'not') return columnsOf(condition.of)
  if ('all' in condition) return [...new Set(condition.all.flatMap(columnsOf))]
  return [condition.column]
}

const operators: Record<string, Operator> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}
const reserved = new Set(['and', 'or', 'not', 'in', 'is', 'null', 'between'])

class Reader {
  readonly #tokens: Token[]
  #next = 0

  constructor(tokens: Token[]) {
    this.#tokens = tokens
  }

  either(depth: number): Condition {
    return this.#joined('or', () => this.#both(depth))
  }

  mustEnd(): void {
    const { kind, at } = this.#peek()
    if (kind !== 'end') throw new FilterProblem(`expected "and", "or" or the end at ${at}`)
  }

  #both(depth: number): Condition {
    return this.#joined('and', () => this.#maybeNot(depth))
  }

  #joined(kind: 'and' | 'or', part: () => Condition): Condition {
    const all = [part()]
    while (this.#takeWord(kind)) all.push(part())
    const [only] = all
    return all.length === 1 && only !== undefined ? only : { kind, all }
  }

  #maybeNot(depth: number): Condition {
    if (depth > deepest) throw new FilterProblem(`is nested deeper than ${deepest}`)
    if (this.#takeWord('not')) return { kind: 'not', of: this.#maybeNot(depth + 1) }
    if (!this.#takeSign('(')) return this.#comparison()
    const inner = this.either(depth + 1)
    if (!this.#takeSign(')')) throw new FilterProblem(`expected ")" at ${this.#peek().at}`)
    return inner
  }

  #comparison(): Condition {
    const column = this.#column()
    if (this.#takeWord('is')) {
      const negated = this.#takeWord('not')
      if (!this.#takeWord('null')) throw new FilterProblem(`expected "null" at ${this.#peek().at}`)
      return negatedIf(negated, { kind: 'null', column })
    }
    const negated = this.#takeWord('not')
    if (this.#takeWord('in')) return negatedIf(negated, { kind: 'in', column, values: this.#list() })
    if (this.#takeWord('between')) {
      const low = this.#literal()
      if (!this.#takeWord('and')) throw new FilterProblem(`expected "and" at ${this.#peek().at}`)
      return negatedIf(negated, { kind: 'between', column, low, high: this.#literal() })
    }
    const token = this.#take()
    const operator = token.kind === 'sign' ? operators[token.text] : undefined
    if (negated || operator === undefined) {
      throw new FilterProblem(`expected =, !=, <, <=, >, >=, in, between or is after "${column}" at ${token.at}`)
    }
    return { kind: 'compare', column, operator, value: this.#literal() }
  }

  #column(): string {
    const token = this.#take()
    if (token.kind !== 'name' || (!token.quoted && reserved.has(token.text.toLowerCase()))) {
      throw new FilterProblem(`expected the name of a column at ${token.at}`)
    }
    return token.text
  }

  #list(): Literal[] {
    if (!this.#takeSign('(')) throw new FilterProblem(`expected "(" at ${this.#peek().at}`)
    const values = [this.#literal()]
    while (this.#takeSign(',')) values.push(this.#literal())
    if (!this.#takeSign(')')) throw new FilterProblem(`expected "," or ")" at ${this.#peek().at}`)
    return values
  }

  #literal(): Literal {
    const token = this.#take()
    if (token.kind === 'number') return { kind: 'number', value: token.value }
    if (token.kind === 'text') return { kind: 'text', value: token.text }
    if (token.kind === 'name' && !token.quoted && /^(true|false)$/i.test(token.text)) {
      return { kind: 'text', value: token.text.toLowerCase() }
    }
    const hint = token.kind === 'name' ? `; text stands in single quotes: '${token.text}'` : ''
    throw new FilterProblem(`expected a number or text at ${token.at}${hint}`)
  }

  #takeWord(word: string): boolean {
    const token = this.#peek()
    const found = token.kind === 'name' && !token.quoted && token.text.toLowerCase() === word
    if (found) this.#next += 1
    return found
  }

  #takeSign(sign: string): boolean {
    const token = this.#peek()
    const found = token.kind === 'sign' && token.text === sign
    if (found) this.#next += 1
    return found
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', at: 0 }
  }

  #take(): Token {
    const token = this.#peek()
    this.#next += 1
    return token
  }
}

function negatedIf(negated: boolean, condition: Condition): Condition {
  return negated ? { kind: 'not', of: condition } : condition
}
