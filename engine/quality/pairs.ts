import { worstRows, type PairCounts } from '@assay/measures'
import { countOf, rowNumbers, textOrNull, type CountQuery, type CountRow } from './count-query.ts'
import { asText, isMissing, type Relation } from './expressions.ts'
import { noParameters, quoted } from './parameters.ts'

/** More different pairs than this are not handed out, but counted further where they are. */
export const pairsTold = 200_000

/**
 * How many rows have each pair of values of two columns, among the rows that have both. Worst rows are those whose pair is not the most
 * frequent one of the first value. Sums of ranks are whole numbers, so they do not depend on the order of rows.
 */
export function pairs({ from, row }: Relation, first: string, second: string, told = pairsTold): CountQuery {
  const to = noParameters()
  const filled = `not ${isMissing(first, [], to)} and not ${isMissing(second, [], to)}`
  const sql = `with counted as (
      select ${asText(first)} as a, ${asText(second)} as b, count(*) as n, min(${quoted(row)}, ${worstRows}) as seen
      from ${from} where ${filled} group by 1, 2
    ), placed as (select *, row_number() over (partition by a order by n desc, b) as place from counted),
    wide as (select a, b, n, try_cast(a as double) as x from placed where (select count(*) from placed) > ${told}),
    firsts as (select sum(n) as rows_of, max(n) as most from wide group by a),
    sides as (select count(distinct b) as labels, min(b) as low, max(b) as high, bool_and(isfinite(x)) as numeric from wide),
    scores as (
      select coalesce(sum(n) filter (b = high), 0)::hugeint as p, coalesce(sum(n) filter (b = low), 0)::hugeint as q, x
      from wide, sides where labels = 2 and numeric group by x
    ), ranks as (select p, q, coalesce(sum(q) over (order by x rows between unbounded preceding and 1 preceding), 0) as below from scores)
    select a, b, n, null as seen, false as numeric, null as rows_of, null as determined, null as majority, null as positives,
      null as negatives, null as concordant
    from placed where (select count(*) from placed) <= ${told}
    union all
    select null, null, count(*), (select min(one, ${worstRows}) from (select unnest(seen) as one from placed where place > 1)),
      coalesce(bool_and(isfinite(try_cast(a as double))), false),
      (select sum(rows_of)::bigint from firsts),
      (select sum(rows_of)::bigint from firsts where rows_of >= 5 and most * 20 >= rows_of * 19), (select sum(most)::bigint from firsts),
      (select sum(p)::bigint from ranks), (select sum(q)::bigint from ranks),
      (select cast(sum(p * (2 * below + q)) as varchar) from ranks)
    from placed
    order by a nulls last, b nulls last`
  return {
    sql,
    params: to.values,
    read(rows) {
      const last = rows.at(-1) ?? {}
      const columns: [string, string] = [first, second]
      const shared = { kind: 'pairs', columns, worst: rowNumbers(last['seen']) } as const
      if (countOf(last['n']) > told) return { ...shared, pairs: [], numeric: false, ...foldedOf(last, told) }
      const found = rows.slice(0, -1)
      return {
        ...shared,
        pairs: found.map((it) => ({ first: textOrNull(it['a']), second: textOrNull(it['b']), rows: countOf(it['n']) })),
        numeric: last['numeric'] === true,
      }
    },
  }
}

function foldedOf(row: CountRow, told: number): Pick<PairCounts, 'folded' | 'undefinedBecause'> {
  const concordant = textOrNull(row['concordant'])
  const [positives, negatives] = [countOf(row['positives']), countOf(row['negatives'])]
  return {
    folded: {
      rows: countOf(row['rows_of']),
      determined: countOf(row['determined']),
      majority: countOf(row['majority']),
      ranks: concordant === null ? null : { positives, negatives, concordantTwice: BigInt(concordant) },
    },
    undefinedBecause: `there are more than ${told} different pairs`,
  }
}
