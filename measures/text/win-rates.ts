import { estimatedQuantity, quantityOf } from '../quality/quality-measures.ts'
import { bradleyTerry, type Duel } from './bradley-terry.ts'
import type { TextCheck, TextMeasure, TextRow } from './text-check.ts'

/** The duel that a row tells of, or null where it tells of none. */
export function duelOf({ variant, opponent, judge }: TextRow): Duel | null {
  if (typeof variant !== 'string' || typeof opponent !== 'string' || typeof judge !== 'string') return null
  const winner = judge.trim()
  if (winner === '' || variant === opponent) return null
  const [firstWins, secondWins] = [winner === variant ? 1 : 0, winner === opponent ? 1 : 0]
  return { first: variant, second: opponent, firstWins, secondWins, ties: 1 - firstWins - secondWins }
}

/** The share of duels won and the strength of every contestant, the strongest first. */
export function winMeasures(check: TextCheck & { check: 'win-rates' }, rows: readonly TextRow[]): TextMeasure[] {
  const duels = rows.flatMap((row) => duelOf(row) ?? [])
  if (duels.length === 0) return [quantityOf('win_share', 'share', null, 'there are no duels')]
  const { replicates, seed } = check
  const options = { ...(replicates === undefined ? {} : { replicates }), ...(seed === undefined ? {} : { seed }) }
  const found = bradleyTerry(duels, options)
  if (!found.ok) return [quantityOf('win_share', 'share', null, found.reason)]
  return found.standings.flatMap(({ name, strength, low, high, winRate, duels: met }) => [
    quantityOf(`win_share: ${name}`, 'share', met === 0 ? null : winRate, 'there are no duels'),
    estimatedQuantity(`strength: ${name}`, 'coefficient', {
      value: strength,
      low,
      high,
      method: low === null ? null : 'bootstrap',
    }),
  ])
}
