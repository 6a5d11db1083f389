import { nearDuplicates, worstRows, type ShareCounts } from '@assay/measures'
import { countOf, textOrNull, type CountQuery } from './count-query.ts'
import { asText, isMissing, type Relation } from './expressions.ts'
import { noParameters, quoted } from './parameters.ts'

/** More texts than this do not fit into memory beside their hashes: the check says so instead of an answer. */
export const textsCompared = 200_000

/** Filled texts that nearly repeat an earlier one; unlike other counts this one reads the texts themselves. */
export function nearDuplicateTexts({ from, row }: Relation, column: string, similarity = 0.8): CountQuery {
  const to = noParameters()
  const sql = `select ${quoted(row)} as row_at, ${asText(column)} as text from ${from}
    where not ${isMissing(column, [], to)} order by row_at limit ${textsCompared + 1}`
  return {
    sql,
    params: to.values,
    read(rows) {
      if (rows.length > textsCompared) return unanswered(`more than ${textsCompared} texts; compare a sample of them`)
      const texts = rows.map((it) => ({ row: countOf(it['row_at']), text: textOrNull(it['text']) ?? '' }))
      const found = nearDuplicates(texts, similarity)
      if (found === null) return unanswered('too many texts are somewhat alike; compare a sample of them')
      return {
        kind: 'share',
        numerator: found.rows.length,
        denominator: found.compared,
        parts: [{ name: 'exact copies', rows: found.exact }],
        worst: found.rows.slice(0, worstRows),
      }
    },
  }
}

function unanswered(undefinedBecause: string): ShareCounts {
  return { kind: 'share', numerator: 0, denominator: 0, parts: [], worst: [], undefinedBecause }
}
