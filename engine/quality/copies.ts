import { worstRows } from '@assay/measures'
import { countOf, rowNumbers, type CountQuery } from './count-query.ts'
import { asNormal, asText, isMissing, type Relation } from './expressions.ts'
import { noParameters, quoted, type Bound } from './parameters.ts'

/** Rows beyond the first of those that are the same in all the columns (null is the same as null). */
export function duplicateRows(relation: Relation, columns: string[]): CountQuery {
  return copies(relation, columns.map(quoted), 'true', [])
}

/** Rows beyond the first that have the same id, among the rows that have one. */
export function duplicateIds(relation: Relation, columns: string[]): CountQuery {
  const to = noParameters()
  const filled = columns.map((it) => `not ${isMissing(it, [], to)}`).join(' and ')
  return copies(relation, columns.map(quoted), filled, to.values)
}

/** Rows beyond the first of those that are the same but for case, blanks and composed letters. */
export function nearDuplicateRows(relation: Relation, columns: string[]): CountQuery {
  const to = noParameters()
  const keys = columns.map((it) => asNormal(it, to))
  return copies(relation, keys, 'true', to.values)
}

function copies({ from, row }: Relation, keys: string[], asked: string, params: Bound[]): CountQuery {
  const named = keys.map((key, i) => `${key} as key_${i}`)
  const sql = `with same as (
      select count(*) as n, min(row_at, ${worstRows + 1}) as seen from (
        select ${[`${quoted(row)} as row_at`, ...named].join(', ')} from ${from} where ${asked}
      ) group by ${keys.map((_, i) => `key_${i}`).join(', ')}
    )
    select coalesce(sum(n), 0)::bigint as denominator, coalesce(sum(n - 1), 0)::bigint as numerator,
      coalesce(sum(n) filter (n > 1), 0)::bigint as involved, count(*) filter (n > 1) as repeated,
      (select min(one, ${worstRows}) from (select unnest(seen[2:]) as one from same where n > 1)) as worst
    from same`
  return {
    sql,
    params,
    read: ([it = {}]) => ({
      kind: 'share',
      numerator: countOf(it['numerator']),
      denominator: countOf(it['denominator']),
      parts: [
        { name: 'rows with a copy', rows: countOf(it['involved']) },
        { name: 'distinct rows that repeat', rows: countOf(it['repeated']) },
      ],
      worst: rowNumbers(it['worst']),
    }),
  }
}

/**
 * Distinct combinations of features whose rows carry more than one label; a missing label is none. The part counts the rows of these
 * combinations that carry a label.
 */
export function labelConflicts({ from, row }: Relation, columns: string[], label: string): CountQuery {
  const to = noParameters()
  const keys = columns.map((_, i) => `key_${i}`)
  const sql = `with vectors as (
      select count(*) as n, count(distinct label) as labels, min(row_at, ${worstRows}) as seen from (
        select ${[
          `${quoted(row)} as row_at`,
          `${asText(label)} as label`,
          ...columns.map((it, i) => `${quoted(it)} as key_${i}`),
        ].join(', ')} from ${from} where not ${isMissing(label, [], to)}
      ) group by ${keys.join(', ')}
    )
    select count(*) as denominator, count(*) filter (labels > 1) as numerator,
      coalesce(sum(n) filter (labels > 1), 0)::bigint as involved,
      (select min(one, ${worstRows}) from (select unnest(seen) as one from vectors where labels > 1)) as worst
    from vectors`
  return {
    sql,
    params: to.values,
    read: ([it = {}]) => ({
      kind: 'share',
      numerator: countOf(it['numerator']),
      denominator: countOf(it['denominator']),
      parts: [{ name: 'rows in conflict', rows: countOf(it['involved']) }],
      worst: rowNumbers(it['worst']),
    }),
  }
}

/** Rows of the test file that stand in the training file too, compared by the texts of the columns (null is the same as null). */
export function trainTestOverlap(test: Relation, train: Relation, columns: string[]): CountQuery {
  const keys = columns.map((_, i) => `key_${i}`)
  const texts = columns.map((it, i) => `${asText(it)} as key_${i}`).join(', ')
  const same = keys.map((key) => `t.${key} is not distinct from r.${key}`).join(' and ')
  const sql = `with test_rows as (select ${quoted(test.row)} as row_at, ${texts} from ${test.from}),
      train_rows as (select distinct ${texts} from ${train.from}),
      overlap as (select row_at from test_rows t semi join train_rows r on ${same})
    select (select count(*) from test_rows) as denominator, (select count(*) from overlap) as numerator,
      (select min(row_at, ${worstRows}) from overlap) as worst`
  return {
    sql,
    params: [],
    read: ([it = {}]) => ({
      kind: 'share',
      numerator: countOf(it['numerator']),
      denominator: countOf(it['denominator']),
      parts: [],
      worst: rowNumbers(it['worst']),
    }),
  }
}
