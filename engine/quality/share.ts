import { worstRows } from '@assay/measures'
import { countOf, rowNumbers, type CountQuery } from './count-query.ts'
import type { Relation } from './expressions.ts'
import { quoted, type Parameters } from './parameters.ts'

/**
 * A question to every row: `asked` says whether the row is asked at all, `defect` whether it shows the defect; parts are counted among
 * the rows that are asked, or among all rows where `everyRow`. All of them are SQL conditions over the columns of the relation.
 */
export type ShareQuestion = {
  asked: string
  /** Any of the parts without. */
  defect?: string
  parts?: { name: string; when: string }[]
  everyRow?: boolean
}

/** Counts a question in one scan. */
export function shareQuery({ from, row }: Relation, question: ShareQuestion, to: Parameters): CountQuery {
  const parts = question.parts ?? []
  const defect =
    question.defect === undefined ? `(${parts.map((_, i) => `part_${i}`).join(' or ') || 'false'})` : 'defect'
  const flags = parts.map(({ when }, i) => `coalesce(${when}, false) as part_${i}`)
  const counted = parts.map(
    (_, i) => `count(*) filter (${question.everyRow === true ? '' : 'asked and '}part_${i}) as part_${i}`,
  )
  const sql = `select ${[
    'count(*) filter (asked) as denominator',
    `count(*) filter (asked and ${defect}) as numerator`,
    `min(row_at, ${worstRows}) filter (asked and ${defect}) as worst`,
    ...counted,
  ].join(', ')} from (select ${[
    `${quoted(row)} as row_at`,
    `coalesce(${question.asked}, false) as asked`,
    `coalesce(${question.defect ?? 'false'}, false) as defect`,
    ...flags,
  ].join(', ')} from ${from})`
  return {
    sql,
    params: to.values,
    read: ([counts = {}]) => ({
      kind: 'share',
      numerator: countOf(counts['numerator']),
      denominator: countOf(counts['denominator']),
      parts: parts.map(({ name }, i) => ({ name, rows: countOf(counts[`part_${i}`]) })),
      worst: rowNumbers(counts['worst']),
    }),
  }
}
