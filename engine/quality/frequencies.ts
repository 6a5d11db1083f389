import { rowsToBeNamed, worstRows } from '@assay/measures'
import { countOf, rowNumbers, textOrNull, type CountQuery } from './count-query.ts'
import { asText, isMissing, type Relation } from './expressions.ts'
import { noParameters, quoted } from './parameters.ts'

/** How many combinations are handed out by name; all others are folded by their size. */
export const combinationsTold = 200

/** `missingToo`: rows that lack a value form a combination of their own (null), else they are left out. `every`: none is folded. */
type Asked = { missingToo: boolean; every?: boolean; worst: 'rare' | 'none' }

/**
 * How many rows have each combination of values, the most frequent first. Combinations beyond the told ones, and those held by few rows,
 * come folded: how many of them have so many rows. Worst rows are those of the rarest combinations where they are asked for.
 */
export function frequencies({ from, row }: Relation, columns: string[], asked: Asked): CountQuery {
  const to = noParameters()
  const keys = columns.map((_, i) => `key_${i}`)
  const filled = asked.missingToo ? 'true' : columns.map((it) => `not ${isMissing(it, [], to)}`).join(' and ')
  const named = asked.every === true ? 'true' : `(place <= ${combinationsTold} and n >= ${rowsToBeNamed})`
  const sql = `with seen as (
      select ${[...columns.map((it, i) => `${asText(it)} as key_${i}`), `${quoted(row)} as row_at`].join(', ')}
      from ${from} where ${filled}
    ), counted as (
      select ${keys.join(', ')}, count(*) as n, min(row_at) as first_row from seen group by ${keys.join(', ')}
    ), placed as (
      select *, row_number() over (order by n desc, ${keys.map((it) => `${it} nulls last`).join(', ')}) as place from counted
    )
    select * from (
      select 1 as part, place, ${keys.join(', ')}, n, 1::bigint as times, null as levels, null as worst from placed where ${named}
      union all
      select 2, null, ${keys.map(() => 'null').join(', ')}, n, count(*), null, null from placed where not ${named} group by n
      union all
      select 3, null, ${keys.map(() => 'null').join(', ')}, 0, 0,
        [${keys.map((it) => `count(distinct ${it})`).join(', ')}],
        (select min(first_row, ${worstRows}) from placed where n = (select min(n) from placed)) from placed
    ) order by part, place, n desc`
  return {
    sql,
    params: to.values,
    read(rows) {
      const last = rows.find((it) => countOf(it['part']) === 3) ?? {}
      const levels = last['levels']
      return {
        kind: 'frequencies',
        columns,
        values: rows
          .filter((it) => countOf(it['part']) < 3)
          .map((it) => ({
            key: countOf(it['part']) === 1 ? keys.map((key) => textOrNull(it[key])) : null,
            rows: countOf(it['n']),
            times: countOf(it['times']),
          })),
        levels: Array.isArray(levels) ? levels.map(countOf) : columns.map(() => 0),
        worst: asked.worst === 'rare' ? rowNumbers(last['worst']) : [],
      }
    },
  }
}

/**
 * How many combinations of quasi-identifiers have so many rows (and so many different sensitive values). No combination is named. Worst
 * rows are rows of combinations held by fewer than `k` rows, or with fewer than `l` sensitive values.
 */
export function anonymity({ from, row }: Relation, columns: string[], below: Below): CountQuery {
  const to = noParameters()
  const keys = columns.map((_, i) => `key_${i}`)
  const sensitive = 'sensitive' in below ? asText(below.sensitive) : `null::varchar`
  const exposed = 'sensitive' in below ? `kinds < ${to.bind(below.l)}::bigint` : `n < ${to.bind(below.k)}::bigint`
  const sql = `with classes as (
      select count(*) as n, count(distinct sensitive) as kinds, min(row_at, ${worstRows}) as seen from (
        select ${[
          `${quoted(row)} as row_at`,
          `${sensitive} as sensitive`,
          ...columns.map((it, i) => `${asText(it)} as key_${i}`),
        ].join(', ')} from ${from}
      ) group by ${keys.join(', ')}
    )
    select n, kinds, count(*) as times, null as worst from classes group by n, kinds
    union all
    select 0, 0, 0, (select min(one, ${worstRows}) from (select unnest(seen) as one from classes where ${exposed}))
    order by n, kinds`
  return {
    sql,
    params: to.values,
    read: (rows) => ({
      kind: 'frequencies',
      columns,
      values: rows
        .filter((it) => countOf(it['n']) > 0)
        .map((it) => {
          const size = { key: null, rows: countOf(it['n']), times: countOf(it['times']) }
          return 'sensitive' in below ? { ...size, distinct: countOf(it['kinds']) } : size
        }),
      levels: [],
      worst: rowNumbers(rows.find((it) => countOf(it['n']) === 0)?.['worst']),
    }),
  }
}

type Below = { k: number } | { sensitive: string; l: number }
