/** What is lost: money of the organization, or how many people are harmed. */
export const lossMeasures = ['money', 'people'] as const
export type LossMeasure = (typeof lossMeasures)[number]
export const stages = ['inherent', 'residual'] as const
export type Stage = (typeof stages)[number]
export const simulationStates = ['asked', 'finished', 'cancelled', 'failed'] as const
export type SimulationState = (typeof simulationStates)[number]

/** At most this chance (0 to 1) of losing more than this in a year. */
export type TolerancePoint = { chance: number; loss: number }
export type Tolerance = { currency: string; points: TolerancePoint[] }

type Figure = { value: number; error: number }
export type Against = 'within' | 'over'
/** `close`: nearer than two Monte Carlo errors, so more trials or another seed may tell otherwise. */
export type Compared = TolerancePoint & { found: Figure; stands: Against; close: boolean }

/** How often the losses of the tolerance were passed, beside how often they may be. */
export function compare(points: readonly TolerancePoint[], found: readonly { chance: Figure }[]): Compared[] {
  return points.flatMap((point, at) => {
    const chance = found[at]?.chance
    if (!chance) return []
    const stands = chance.value <= point.chance ? 'within' : 'over'
    return [{ ...point, found: chance, stands, close: Math.abs(chance.value - point.chance) < 2 * chance.error }]
  })
}

/** A curve that is over at one point is over. */
export function standsOf(compared: readonly Compared[]): Against {
  return compared.some(({ stands }) => stands === 'over') ? 'over' : 'within'
}
