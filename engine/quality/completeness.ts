import { countOf, rowNumbers, textOrNull, type CountQuery } from './count-query.ts'
import { asText, isBlank, isMissing, isSentinel, type Relation } from './expressions.ts'
import { noParameters, quoted } from './parameters.ts'
import { shareQuery } from './share.ts'
import { worstRows } from '@assay/measures'

/** How many values of a column are null, blank or a sentinel. */
export function missingValues(relation: Relation, column: string, sentinels: string[] = []): CountQuery {
  const to = noParameters()
  const parts = [
    { name: 'null', when: `${quoted(column)} is null` },
    { name: 'blank', when: isBlank(column, to) },
    ...sentinels.map((it) => ({ name: `sentinel ${it}`, when: isSentinel(column, it, to) })),
  ]
  return shareQuery(relation, { asked: 'true', defect: isMissing(column, sentinels, to), parts }, to)
}

/** How many rows lack a value in at least one of the columns; each part is a column. */
export function incompleteRows(relation: Relation, columns: string[], sentinels: string[] = []): CountQuery {
  const to = noParameters()
  const parts = columns.map((name) => ({ name, when: isMissing(name, sentinels, to) }))
  return shareQuery(relation, { asked: 'true', parts }, to)
}

/** How many values of a column are missing in every group. */
export function missingByGroup(relation: Relation, column: string, by: string[], sentinels: string[] = []): CountQuery {
  const to = noParameters()
  return groupQuery(relation, by, { asked: 'true', counted: isMissing(column, sentinels, to) }, to.values)
}

/** How many rows of every group have the label, among those that have any label. */
export function labelRateByGroup(relation: Relation, label: string, positive: string, by: string[]): CountQuery {
  const to = noParameters()
  const question = { asked: `not ${isMissing(label, [], to)}`, counted: isSentinel(label, positive, to) }
  return groupQuery(relation, by, question, to.values)
}

function groupQuery(
  { from, row }: Relation,
  by: string[],
  { asked, counted }: { asked: string; counted: string },
  params: CountQuery['params'],
): CountQuery {
  const keys = by.map((_, i) => `key_${i}`)
  const sql = `select ${[
    ...keys,
    'count(*) filter (asked) as denominator',
    'count(*) filter (asked and counted) as numerator',
    `min(row_at, ${worstRows}) filter (asked and counted) as worst`,
  ].join(', ')} from (select ${[
    `${quoted(row)} as row_at`,
    `coalesce(${asked}, false) as asked`,
    `coalesce(${counted}, false) as counted`,
    ...by.map((name, i) => `${asText(name)} as key_${i}`),
  ].join(', ')} from ${from}) group by ${keys.join(', ')} order by ${keys.map((key) => `${key} nulls last`).join(', ')}`
  return {
    sql,
    params,
    read: (rows) => ({
      kind: 'groups',
      columns: by,
      groups: rows.map((it) => ({
        key: keys.map((key) => textOrNull(it[key])),
        numerator: countOf(it['numerator']),
        denominator: countOf(it['denominator']),
      })),
      worst: rows
        .flatMap((it) => rowNumbers(it['worst']))
        .toSorted((a, b) => a - b)
        .slice(0, worstRows),
    }),
  }
}
