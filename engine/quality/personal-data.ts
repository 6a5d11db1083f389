import { personalPatterns, secretPatterns, type CheckDigits } from '@assay/measures'
import type { CountQuery } from './count-query.ts'
import { asText, isMissing, type Relation } from './expressions.ts'
import { noParameters } from './parameters.ts'
import { shareQuery } from './share.ts'

/** Filled values in which the form of a personal or secret datum occurs; each part is one pattern. */
export function personalData(relation: Relation, column: string): CountQuery {
  const to = noParameters()
  const text = asText(column)
  const parts = [...personalPatterns, ...secretPatterns].map(({ id, pattern, needs, confirm }) => {
    const [place, has] = [to.bind(pattern), `regexp_matches(${text}, ${to.bind(needs)})`]
    const found = `list_filter(regexp_extract_all(${text}, ${place}), lambda found: ${confirm ? confirmed[confirm]('found') : 'true'})`
    const matches = confirm === undefined ? `regexp_matches(${text}, ${place})` : `len(${found}) > 0`
    return { name: id, when: `case when ${has} then ${matches} else false end` }
  })
  const asked = `not ${isMissing(column, [], to)}`
  return shareQuery(relation, { asked, parts }, to)
}

/** The check digits of measures/text/check-digits.ts in SQL; a test holds both to the same answers. */
const confirmed: Record<CheckDigits, (text: string) => string> = {
  luhn: (text) => {
    const digits = `list_filter(string_split(${text}, ''), lambda sign: sign between '0' and '9')`
    const digit = `(ascii(sign) - 48)`
    const value = `case when place % 2 = 1 then ${digit} when ${digit} > 4 then 2 * ${digit} - 9 else 2 * ${digit} end`
    return `list_sum(list_transform(list_reverse(${digits}), lambda sign, place: ${value})) % 10 = 0`
  },
  iban: (text) => {
    const iban = `upper(replace(${text}, ' ', ''))`
    const turned = `(${iban}[5:] || ${iban}[:4])`
    const value = `case when sign between '0' and '9' then ascii(sign) - 48 else ascii(sign) - 55 end`
    const values = `list_transform(string_split(${turned}, ''), lambda sign: cast(${value} as bigint))`
    const rest = `list_reduce(${values}, lambda rest, value: (rest * (case when value > 9 then 100 else 10 end) + value) % 97)`
    return `length(${iban}) between 15 and 34 and ${rest} = 1`
  },
  dni: (text) => {
    const letters = `'TRWAGMYFPDXBNJZSQVHLCKE'`
    return `substr(${letters}, cast(cast(substr(${text}, 1, 8) as bigint) % 23 as integer) + 1, 1) = upper(right(${text}, 1))`
  },
  nir: (text) => {
    const digits = `replace(replace(upper(replace(${text}, ' ', '')), '2A', '19'), '2B', '18')`
    const number = `coalesce(try_cast(substr(${digits}, 1, 13) as bigint), 0)`
    return `length(${digits}) = 15 and 97 - (${number} % 97) = try_cast(substr(${digits}, 14, 2) as bigint)`
  },
}
