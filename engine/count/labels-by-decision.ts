import type { CountedRow } from './count-rows.ts'
import type { Positive } from './positive.ts'

type Labels = { rows: number; without: number }

/** Rows by their decision, and how many of each have no label. */
export type LabelsByDecision = { favourable: Labels; unfavourable: Labels }

/** Counts rows with a decision inside of the filter, by that decision and by whether they have a label. */
export function labelsByDecision(counted: readonly CountedRow[], favourable: Positive): LabelsByDecision {
  const found: LabelsByDecision = { favourable: { rows: 0, without: 0 }, unfavourable: { rows: 0, without: 0 } }
  for (const { inFilter, label, prediction, rows } of counted) {
    if (!inFilter || prediction === null) continue
    const side = found[favourable(prediction) ? 'favourable' : 'unfavourable']
    side.rows += rows
    if (label === null) side.without += rows
  }
  return found
}
