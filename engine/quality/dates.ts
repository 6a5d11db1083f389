import type { CountQuery } from './count-query.ts'
import { asDay, isMissing, type Relation } from './expressions.ts'
import { noParameters } from './parameters.ts'
import { shareQuery } from './share.ts'

/** Records older than so many days on the given day; future days are not old, values that are no day are not asked but counted. */
export function recordAge(relation: Relation, column: string, asOf: string, maximumDays: number): CountQuery {
  const to = noParameters()
  const day = asDay(column)
  const age = `(cast(${to.bind(asOf)} as date) - (${day}))`
  const parts = [{ name: 'no day', when: `(${day}) is null and not ${isMissing(column, [], to)}` }]
  const defect = `${age} > ${to.bind(maximumDays)}::bigint`
  return shareQuery(relation, { asked: `(${day}) is not null`, defect, parts, everyRow: true }, to)
}

/** Records dated after the given day. */
export function futureDates(relation: Relation, column: string, asOf: string): CountQuery {
  const to = noParameters()
  const day = asDay(column)
  const parts = [{ name: 'no day', when: `(${day}) is null and not ${isMissing(column, [], to)}` }]
  const defect = `(${day}) > cast(${to.bind(asOf)} as date)`
  return shareQuery(relation, { asked: `(${day}) is not null`, defect, parts, everyRow: true }, to)
}

/** Records made more than so many days after what they tell of, or before it. */
export function recordingDelay(relation: Relation, event: string, recorded: string, maximumDays: number): CountQuery {
  const to = noParameters()
  const [happened, written] = [asDay(event), asDay(recorded)]
  const delay = `((${written}) - (${happened}))`
  const late = `${delay} > ${to.bind(maximumDays)}::bigint`
  const early = `${delay} < 0`
  const parts = [
    { name: 'late', when: late },
    { name: 'before the event', when: early },
  ]
  return shareQuery(
    relation,
    { asked: `(${happened}) is not null and (${written}) is not null`, defect: `${late} or ${early}`, parts },
    to,
  )
}
