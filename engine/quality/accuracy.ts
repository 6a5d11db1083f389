import { worstRows } from '@assay/measures'
import { countOf, rowNumbers, textOrNull, type CountQuery } from './count-query.ts'
import { asNumber, asTrimmed, isMissing, type Relation } from './expressions.ts'
import { noParameters, quoted, type Parameters } from './parameters.ts'
import { shareQuery } from './share.ts'

/** Filled values that are no number, or lie outside of [low, high]. */
export function range(relation: Relation, column: string, low?: number, high?: number): CountQuery {
  const to = noParameters()
  const number = asNumber(column)
  const below = low === undefined ? 'false' : `(${number}) < ${to.bind(low)}::double`
  const above = high === undefined ? 'false' : `(${number}) > ${to.bind(high)}::double`
  const none = `(${number}) is null`
  const parts = [
    { name: 'below', when: below },
    { name: 'above', when: above },
    { name: 'no number', when: `${none} and not ${isMissing(column, [], to)}` },
  ]
  const asked = `not ${isMissing(column, [], to)}`
  return shareQuery(relation, { asked, defect: `${below} or ${above} or ${none}`, parts }, to)
}

/**
 * Numbers whose modified z-score 0.6745·|x − median| / MAD passes the limit (3.5 by default; Iglewicz and Hoaglin 1993). Undefined where the
 * median absolute deviation is 0.
 */
export function outliersByMad(relation: Relation, column: string, limit = 3.5): CountQuery {
  const to = noParameters()
  const value = asNumber(column)
  const distances = `centred as (select median(x) as middle from numbers),
    scale as (select median(abs(x - middle)) as spread from numbers, centred)`
  const far = `0.6745 * abs(x - middle) > ${to.bind(limit)}::double * spread`
  const why = 'half of the numbers or more are equal: their median absolute deviation is 0'
  return outliers(
    relation,
    { value, steps: distances, from: 'numbers, centred, scale', far, spread: 'spread', why },
    to,
  )
}

/** Numbers further than `factor` (1.5 by default) times the interquartile range outside of the quartiles (Tukey 1977; linear quantiles). */
export function outliersByIqr(relation: Relation, column: string, factor = 1.5): CountQuery {
  const to = noParameters()
  const value = asNumber(column)
  const steps = `scale as (select quantile_cont(x, 0.25) as q1, quantile_cont(x, 0.75) as q3 from numbers)`
  const reach = `${to.bind(factor)}::double * (q3 - q1)`
  const far = `(x < q1 - ${reach} or x > q3 + ${reach})`
  const why = 'half of the numbers or more are equal: their interquartile range is 0'
  return outliers(relation, { value, steps, from: 'numbers, scale', far, spread: '(q3 - q1)', why }, to)
}

type Rule = { value: string; steps: string; from: string; far: string; spread: string; why: string }

function outliers({ from, row }: Relation, rule: Rule, to: Parameters): CountQuery {
  const sql = `with numbers as (
      select row_at, x from (select ${quoted(row)} as row_at, ${rule.value} as x from ${from}) where x is not null
    ), ${rule.steps}
    select count(*) as denominator, count(*) filter (${rule.far}) as numerator,
      min(row_at, ${worstRows}) filter (${rule.far}) as worst, count(*) filter (not ${rule.spread} > 0) as without
    from ${rule.from}`
  return {
    sql,
    params: to.values,
    read: ([it = {}]) =>
      countOf(it['without']) > 0
        ? { kind: 'share', numerator: 0, denominator: 0, parts: [], worst: [], undefinedBecause: rule.why }
        : {
            kind: 'share',
            numerator: countOf(it['numerator']),
            denominator: countOf(it['denominator']),
            parts: [],
            worst: rowNumbers(it['worst']),
          },
  }
}

/** How many rows each pattern of ratings has, one rating of every rater; the worst rows are those where raters differ. */
export function ratings({ from, row }: Relation, raters: string[]): CountQuery {
  const to = noParameters()
  const keys = raters.map((_, i) => `rating_${i}`)
  const values = raters.map((it, i) => {
    return `case when not ${isMissing(it, [], to)} then ${asTrimmed(it, to)} end as rating_${i}`
  })
  const sql = `select ${keys.join(', ')}, count(*) as n, min(row_at, ${worstRows}) as seen
    from (select ${[`${quoted(row)} as row_at`, ...values].join(', ')} from ${from})
    group by ${keys.join(', ')} order by ${keys.map((it) => `${it} nulls last`).join(', ')}`
  return {
    sql,
    params: to.values,
    read(rows) {
      const patterns = rows.map((it) => ({ ratings: keys.map((key) => textOrNull(it[key])), units: countOf(it['n']) }))
      const differing = rows.filter((_, i) => new Set(patterns[i]?.ratings.filter((it) => it !== null)).size > 1)
      const worst = differing.flatMap((it) => rowNumbers(it['seen'])).toSorted((a, b) => a - b)
      return { kind: 'ratings', raters, patterns, worst: worst.slice(0, worstRows) }
    },
  }
}
