import { worstRows, type Condition } from '@assay/measures'
import { countOf, rowNumbers, textOrNull, type CountQuery } from './count-query.ts'
import { allAskable, allHold } from './conditions.ts'
import { asNormal, asText, asTrimmed, isMissing, type Relation } from './expressions.ts'
import { noParameters, quoted } from './parameters.ts'
import { shareQuery } from './share.ts'

/** Filled values that do not match the pattern (RE2, over the whole value as it stands in the file). */
export function format(relation: Relation, column: string, pattern: string): CountQuery {
  const to = noParameters()
  const matches = `regexp_full_match(${asText(column)}, ${to.bind(pattern)})`
  return shareQuery(relation, { asked: `not ${isMissing(column, [], to)}`, defect: `not ${matches}` }, to)
}

/** Filled values outside of a declared list. */
export function allowedValues(relation: Relation, column: string, values: string[]): CountQuery {
  const to = noParameters()
  const allowed = values.length === 0 ? 'false' : `${asText(column)} in (${values.map((it) => to.bind(it)).join(', ')})`
  return shareQuery(relation, { asked: `not ${isMissing(column, [], to)}`, defect: `not (${allowed})` }, to)
}

/** Rows to which a rule between fields applies, and which break it. Rows that lack a compared value are not asked. */
export function crossFieldRule(relation: Relation, when: Condition[], must: Condition[]): CountQuery {
  const to = noParameters()
  const asked = `${allAskable([...when, ...must], to)} and ${allHold(when, to)}`
  return shareQuery(relation, { asked, defect: `not (${allHold(must, to)})` }, to)
}

/** Labels that differ from a checked one, among the rows that have both. */
export function goldLabelErrors(relation: Relation, label: string, gold: string): CountQuery {
  const to = noParameters()
  const asked = `not ${isMissing(label, [], to)} and not ${isMissing(gold, [], to)}`
  return shareQuery(relation, { asked, defect: `${asTrimmed(label, to)} <> ${asTrimmed(gold, to)}` }, to)
}

const kinds = [
  ['boolean', '(?i)true|false'],
  ['number', '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?'],
  ['date', '\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}.*)?'],
] as const

/** Filled values that are of another kind (number, date, boolean, text) than most of the column. */
export function typeMix({ from, row }: Relation, column: string): CountQuery {
  const to = noParameters()
  const text = asTrimmed(column, to)
  const cases = kinds.map(([kind, pattern]) => `when regexp_full_match(${text}, ${to.bind(pattern)}) then '${kind}'`)
  const sql = `select kind, count(*) as n, min(row_at, ${worstRows}) as worst from (
    select ${quoted(row)} as row_at, case ${cases.join(' ')} else 'text' end as kind
    from ${from} where not ${isMissing(column, [], to)}
  ) group by kind order by n desc, kind`
  return {
    sql,
    params: to.values,
    read(rows) {
      const parts = rows.map((it) => ({ name: textOrNull(it['kind']) ?? '', rows: countOf(it['n']) }))
      const denominator = parts.reduce((sum, it) => sum + it.rows, 0)
      const others = rows.slice(1).flatMap((it) => rowNumbers(it['worst']))
      return {
        kind: 'share',
        numerator: denominator - (parts[0]?.rows ?? 0),
        denominator,
        parts,
        worst: others.toSorted((a, b) => a - b).slice(0, worstRows),
      }
    },
  }
}

/** How many spellings are told by name at most; the counts are of all. */
const spellingsTold = 100

/**
 * Filled values that are a rarer spelling of another value of the column: the same but for case, blanks and composed letters. Parts are the
 * spellings of values that have more than one, with the rows of each; spellings held by few rows are not named.
 */
export function domainVariants({ from, row }: Relation, column: string, rowsToBeNamed: number): CountQuery {
  const to = noParameters()
  const normal = asNormal(column, to)
  const sql = `with spelt as (
      select ${asText(column)} as spelling, ${normal} as normal, count(*) as n, min(${quoted(row)}, ${worstRows}) as seen
      from ${from} where not ${isMissing(column, [], to)} group by 1, 2
    ), placed as (
      select *, row_number() over (partition by normal order by n desc, spelling) as place, count(*) over (partition by normal) as forms
      from spelt
    )
    select 'all' as what, null as spelling, coalesce(sum(n), 0)::bigint as n, coalesce(sum(n) filter (place > 1), 0)::bigint as rarer,
      (select min(one, ${worstRows}) from (select unnest(seen) as one from placed where place > 1)) as seen
    from placed
    union all
    (select 'spelling', spelling, n, place, null from placed where forms > 1 and n >= ${rowsToBeNamed}
      order by n desc, spelling limit ${spellingsTold})`
  return {
    sql,
    params: to.values,
    read(rows) {
      const all = rows.find((it) => it['what'] === 'all') ?? {}
      return {
        kind: 'share',
        numerator: countOf(all['rarer']),
        denominator: countOf(all['n']),
        parts: rows
          .filter((it) => it['what'] === 'spelling')
          .map((it) => ({ name: textOrNull(it['spelling']) ?? '', rows: countOf(it['n']) }))
          .toSorted((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1)),
        worst: rowNumbers(all['seen']),
      }
    },
  }
}
