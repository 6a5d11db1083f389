import { binomialDraws, seededUniform, type Binomial } from '../bootstrap/random.ts'

/** How often one of two contestants was preferred to the other; a tie counts half to either. */
export type Duel = { first: string; second: string; firstWins: number; secondWins: number; ties: number }

/**
 * A contestant's strength: log-odds scale with mean 0, so that the first beats the second with chance 1/(1 + e^(second − first)). `low` and
 * `high` are bootstrap percentiles, null where too many draws had no answer. `winRate` is wins and half of ties by duels.
 */
export type Standing = {
  name: string
  strength: number
  low: number | null
  high: number | null
  duels: number
  winRate: number
}

export type BradleyTerry =
  | { ok: true; standings: Standing[]; replicates: number; undefinedReplicates: number; seed: number }
  | { ok: false; reason: string }

/**
 * Strengths from duels by maximum likelihood (R. A. Bradley and M. E. Terry 1952; the MM iteration of D. R. Hunter 2004), the strongest
 * first. Intervals: percentiles over draws of every pair's outcomes from their multinomial (2,000, seeded), given how often each pair met.
 *
 * There is no answer where the contestants fall into two sides of which one never won against the other: its strength would be without
 * bound. The same may happen to single draws; beyond one in twenty no interval is given.
 *
 * @throws RangeError for counts that are none, a contestant against itself, or fewer than two contestants
 */
export function bradleyTerry(
  duels: readonly Duel[],
  {
    replicates = 2_000,
    seed = 42,
    confidence = 0.95,
  }: { replicates?: number; seed?: number; confidence?: number } = {},
): BradleyTerry {
  const names = [...new Set(duels.flatMap((it) => [it.first, it.second]))].toSorted()
  const table = tableOf(duels, names)
  const strengths = strengthsOf(table)
  if (strengths === null)
    return {
      ok: false,
      reason: 'some contestants never won against the others, so their strength has no bound: more duels are needed',
    }
  const draws = replicatesOf(table, replicates, seed)
  const undefinedReplicates = replicates - draws.length
  const standings = names.map((name, i): Standing => {
    const sorted = Float64Array.from(draws.map((it) => it[i] ?? 0)).toSorted()
    const known = undefinedReplicates <= replicates / 20 && sorted.length > 0
    const { duels: met, wins } = recordOf(table, i)
    const ends = { low: percentile(sorted, (1 - confidence) / 2), high: percentile(sorted, (1 + confidence) / 2) }
    const interval = known ? ends : { low: null, high: null }
    return { name, strength: strengths[i] ?? 0, ...interval, duels: met, winRate: met === 0 ? 0 : wins / met }
  })
  standings.sort((a, b) => b.strength - a.strength || (a.name < b.name ? -1 : 1))
  return { ok: true, standings, replicates, undefinedReplicates, seed }
}

/** Counts of a pair of contestants by their places in the list of names, i < j. */
type Met = { i: number; j: number; iWins: number; jWins: number; ties: number }
type Table = { size: number; pairs: Met[] }

function tableOf(duels: readonly Duel[], names: string[]): Table {
  if (names.length < 2) throw new RangeError('a ranking needs two contestants or more')
  const place = new Map(names.map((it, i) => [it, i]))
  const pairs = new Map<string, Met>()
  for (const duel of duels) {
    const counts = [duel.firstWins, duel.secondWins, duel.ties]
    if (counts.some((it) => !Number.isSafeInteger(it) || it < 0))
      throw new RangeError('wins and ties are whole numbers, 0 or more')
    if (duel.first === duel.second) throw new RangeError(`"${duel.first}" cannot be compared with itself`)
    const [a, b] = [place.get(duel.first) ?? 0, place.get(duel.second) ?? 0]
    const [i, j] = a < b ? [a, b] : [b, a]
    const met = pairs.get(`${i},${j}`) ?? { i, j, iWins: 0, jWins: 0, ties: 0 }
    met.iWins += a < b ? duel.firstWins : duel.secondWins
    met.jWins += a < b ? duel.secondWins : duel.firstWins
    met.ties += duel.ties
    pairs.set(`${i},${j}`, met)
  }
  return { size: names.length, pairs: [...pairs.values()].toSorted((a, b) => a.i - b.i || a.j - b.j) }
}

/** Log strengths with mean 0, or null where they have no bound. */
function strengthsOf(table: Table): number[] | null {
  if (!everybodyReachable(table)) return null
  const wins = Array.from({ length: table.size }, (_, i) => recordOf(table, i).wins)
  let strength = wins.map(() => 1)
  for (let step = 0; step < 10_000; step++) {
    const met = wins.map(() => 0)
    for (const { i, j, iWins, jWins, ties } of table.pairs) {
      const share = (iWins + jWins + ties) / ((strength[i] ?? 1) + (strength[j] ?? 1))
      met[i] = (met[i] ?? 0) + share
      met[j] = (met[j] ?? 0) + share
    }
    const next = wins.map((it, i) => it / (met[i] ?? 1))
    const scale = Math.exp(next.reduce((sum, it) => sum + Math.log(it), 0) / next.length)
    const scaled = next.map((it) => it / scale)
    const moved = scaled.reduce((most, it, i) => Math.max(most, Math.abs(Math.log(it / (strength[i] ?? 1)))), 0)
    strength = scaled
    if (moved < 1e-12) break
  }
  return strength.map(Math.log)
}

function recordOf({ pairs }: Table, of: number): { duels: number; wins: number } {
  let [duels, wins] = [0, 0]
  for (const { i, j, iWins, jWins, ties } of pairs) {
    if (i !== of && j !== of) continue
    duels += iWins + jWins + ties
    wins += (i === of ? iWins : jWins) + ties / 2
  }
  return { duels, wins }
}

/** Whether a chain of wins (or ties) leads from everybody to everybody: Ford's condition (1957) for a finite maximum. */
function everybodyReachable({ size, pairs }: Table): boolean {
  const reached = (forward: boolean) => {
    const seen = new Set([0])
    const open = [0]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const { i, j, iWins, jWins, ties } of pairs) {
        const beats = [iWins + ties > 0 ? [i, j] : [], jWins + ties > 0 ? [j, i] : []]
        for (const [winner, loser] of beats) {
          const [from, to] = forward ? [winner, loser] : [loser, winner]
          if (from !== at || to === undefined || seen.has(to)) continue
          seen.add(to)
          open.push(to)
        }
      }
    }
    return seen.size === size
  }
  return reached(true) && reached(false)
}

function replicatesOf(table: Table, replicates: number, seed: number): number[][] {
  const draw = binomialDraws(seededUniform(seed))
  const found: number[][] = []
  for (let i = 0; i < replicates; i++) {
    const strengths = strengthsOf({ ...table, pairs: table.pairs.map((it) => redrawn(it, draw)) })
    if (strengths !== null) found.push(strengths)
  }
  return found
}

function redrawn({ i, j, iWins, jWins, ties }: Met, draw: Binomial): Met {
  const n = iWins + jWins + ties
  const first = n === 0 ? 0 : draw(n, iWins / n)
  const rest = n - first
  const second = rest === 0 || jWins + ties === 0 ? 0 : draw(rest, jWins / (jWins + ties))
  return { i, j, iWins: first, jWins: second, ties: rest - second }
}

/** Linear between order statistics. */
function percentile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}
