import type { ComparedRow, NoteView, SideView } from './contract.ts'
import type { MeasuredRow } from './measured-row.ts'

/** The interval of a difference of two independent estimates: `moverDifference` of @assay/measures. */
export type DifferenceOf = (one: Bounds, other: Bounds) => { low: number; high: number }
type Bounds = { value: number; low: number; high: number }

type Change = ComparedRow['change']

/**
 * What changed between two runs in one number, and whether chance alone would hardly give it. Of that it speaks only where both are
 * estimates of independent rows with intervals of one confidence; otherwise it is silent and says why.
 */
export function changeOf(
  before: MeasuredRow | undefined,
  after: MeasuredRow | undefined,
  { silent, difference }: { silent: Change['silence']; difference: DifferenceOf },
): Change {
  const nothing = { low: null, high: null, method: null, beyondNoise: null }
  if (before === undefined || after === undefined) return { value: null, ...nothing, silence: 'one-side-only' }
  const [was, is] = [before.side.value, after.side.value]
  if (was === null || is === null) return { value: null, ...nothing, silence: 'undefined' }
  const value = is - was
  for (const { stands } of [before, after]) if (stands !== 'sample') return { value, ...nothing, silence: stands }
  if (silent !== null) return { value, ...nothing, silence: silent }
  const [one, other] = [boundsOf(after.side), boundsOf(before.side)]
  if (one === null || other === null) return { value, ...nothing, silence: 'no-interval' }
  const { low, high } = difference(one, other)
  const wilson = before.side.method === 'wilson' && after.side.method === 'wilson'
  const method = wilson ? ('newcombe' as const) : ('mover' as const)
  return { value, low, high, method, beyondNoise: low > 0 || high < 0, silence: null }
}

/** An interval without width is no certainty: it comes of a sample that happened to be all alike. */
function boundsOf({ value, low, high }: SideView): Bounds | null {
  if (value === null || low === null || high === null) return null
  return low <= value && value <= high && low < high ? { value, low, high } : null
}

/** Why chance is not spoken of in any row, where the two runs are not of independent rows measured alike. */
export function silenceOf(notes: readonly NoteView[], sameConfidence: boolean): Change['silence'] {
  for (const note of notes) {
    if (note.kind === 'same-file' || note.kind === 'same-rows-perhaps') return note.kind
    if (note.kind === 'other-definition' && !note.limitsOnly) return 'other-definition'
  }
  return sameConfidence ? null : 'other-confidence'
}

/** Whether a row is one to look at. */
export function isChanged({ verdictChanged, change }: ComparedRow): boolean {
  return verdictChanged || change.beyondNoise === true || change.silence === 'one-side-only'
}
