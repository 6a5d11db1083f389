import type { DataRole, Surprise, SurpriseCode } from '../run.ts'

/** Values of one column with how many rows hold each. */
export type ValueCounts = { role: DataRole; column: string; values: Map<string, number> }

const sentinels = /^(n\/?a|#n\/a|nan|null|none|nil|missing|\?|-|--|\.|unknown)$/i
const notFinite = /^[+-]?(nan|inf(inity)?)$/i

type Rule = {
  code: SurpriseCode
  what: string
  holds: (value: string, all: ReadonlySet<string>) => boolean
  settle: (examples: string[]) => string
}

const quoted = (values: string[]) => values.map((it) => `'${it}'`).join(', ')

const rules: Rule[] = [
  {
    code: 'no-value-words',
    what: 'values that often stand for "no value" are kept as text',
    holds: (value) => sentinels.test(value) && !notFinite.test(value),
    settle: (examples) => `if they mean "no value", write missing: [${quoted(examples)}]`,
  },
  {
    code: 'not-finite',
    what: 'NaN and Infinity are kept as text',
    holds: (value) => notFinite.test(value),
    settle: (examples) => `if they mean "no value", write missing: [${quoted(examples)}]`,
  },
  {
    code: 'leading-zeros',
    what: 'numbers with leading zeros are kept as they stand: 01 is not 1',
    holds: (value) => /^0\d+$/.test(value),
    settle: () =>
      'name such a value with its zeros; in a filter, a number compares as number and text in quotes as text',
  },
  {
    code: 'spaces',
    what: 'values begin or end with spaces, and are groups of their own',
    holds: (value) => value !== value.trim(),
    settle: () => 'correct the file, or name the values with their spaces',
  },
  {
    code: 'letter-case',
    what: 'values differ only in upper and lower case, and are groups of their own',
    holds: (value, all) => all.has(caseMark + value.toLowerCase()),
    settle: () => 'correct the file if they mean the same',
  },
  {
    code: 'decimal-comma',
    what: 'numbers are written with a decimal comma, and are kept as text',
    holds: (value) => /^[+-]?\d+,\d+$/.test(value),
    settle: () => 'write the numbers with a point',
  },
]

/** Marks lower-case forms that several values share; no value of a file can begin with it, since CSV and JSON texts are UTF-8 without it. */
const caseMark = '\u{10ffff}case:'

/** Values that read otherwise than whoever wrote them may have meant, each rule once a column. */
export function surprisesOfValues({ role, column, values }: ValueCounts): Surprise[] {
  const names = [...values.keys()].toSorted()
  const all = new Set([...names, ...sharedForms(names)])
  return rules.flatMap(({ code, what, holds, settle }) => {
    const found = names.filter((it) => holds(it, all))
    if (found.length === 0) return []
    const count = found.reduce((sum, it) => sum + (values.get(it) ?? 0), 0)
    const examples = found.slice(0, 5)
    return [{ role, column, code, what, examples, count, settle: settle(examples) }]
  })
}

function sharedForms(names: string[]): string[] {
  const seen = new Map<string, number>()
  for (const name of names) seen.set(name.toLowerCase(), (seen.get(name.toLowerCase()) ?? 0) + 1)
  return [...seen].filter(([, times]) => times > 1).map(([form]) => caseMark + form)
}
