import { type Estimate, undefinedEstimate } from '../estimate.ts'

/** A person: numbers that say what they are like, all on scales that may be compared, and the decision they got (1 favourable, 0 not). */
export type Individual = { features: readonly number[]; decision: 0 | 1 }

/**
 * `neighbours`: how many of the nearest a person is compared with, 5 unless said. `countSelf`: each person is the nearest of their own
 * neighbours, as AIF360 has it; without, as Zemel and others do. The two give different numbers under one name.
 */
export type ConsistencyOptions = { neighbours?: number; countSelf?: boolean }

/** Every pair is looked at: more people than these are to be sampled. */
const mostPeople = 20_000

/**
 * Whether those who are alike are treated alike: 1 − mean of |ŷᵢ − mean of ŷ over the k nearest of i|, by Euclidean distance; of equally near
 * people the first in the list. 1 where everybody is treated as their neighbours are. No interval: neighbours share people, so that the
 * terms are not independent. It says nothing of groups, and its value hangs on which features are given and how they are scaled.
 *
 * @throws RangeError for features that are not finite or of another number, no whole number of neighbours, or more than 20,000 people.
 * Source: R. Zemel, Y. Wu, K. Swersky, T. Pitassi, C. Dwork (2013), ICML, Learning Fair Representations, equation 14.
 */
export function consistencyOfNeighbours(
  people: readonly Individual[],
  { neighbours = 5, countSelf = false }: ConsistencyOptions = {},
): Estimate {
  check(people, neighbours)
  const fewest = countSelf ? neighbours : neighbours + 1
  if (people.length < fewest) {
    return undefinedEstimate(`${people.length} people have no ${neighbours} neighbours each`)
  }
  let apart = 0
  for (const [at, person] of people.entries()) {
    let favourable = 0
    for (const other of nearest(people, at, neighbours, countSelf)) favourable += people[other]?.decision ?? 0
    apart += Math.abs(person.decision - favourable / neighbours)
  }
  return { value: 1 - apart / people.length, low: null, high: null, method: null, reason: 'neighbours share people' }
}

/** The places of the nearest, found by keeping the best so far in order. */
function nearest(people: readonly Individual[], at: number, wanted: number, countSelf: boolean): number[] {
  const best: { place: number; distance: number }[] = []
  for (let place = 0; place < people.length; place += 1) {
    if (place === at && !countSelf) continue
    // Whoever counts themselves is their own nearest, also among others exactly like them.
    const distance = place === at ? -1 : squaredDistance(people[at], people[place])
    const last = best.at(-1)
    if (best.length === wanted && last !== undefined && distance >= last.distance) continue
    let slot = best.length
    while (slot > 0 && distance < (best[slot - 1]?.distance ?? 0)) slot -= 1
    best.splice(slot, 0, { place, distance })
    if (best.length > wanted) best.pop()
  }
  return best.map(({ place }) => place)
}

function squaredDistance(a: Individual | undefined, b: Individual | undefined): number {
  let sum = 0
  for (const [i, value] of (a?.features ?? []).entries()) sum += (value - (b?.features[i] ?? 0)) ** 2
  return sum
}

function check(people: readonly Individual[], neighbours: number): void {
  if (!Number.isSafeInteger(neighbours) || neighbours < 1) {
    throw new RangeError(`a person is compared with a whole number of neighbours, not ${neighbours}`)
  }
  if (people.length > mostPeople) {
    throw new RangeError(
      `${people.length} people are too many to compare each with each; take a sample of ${mostPeople}`,
    )
  }
  const width = people[0]?.features.length ?? 0
  for (const [at, { features, decision }] of people.entries()) {
    if (features.length !== width) throw new RangeError(`person ${at} has ${features.length} features and not ${width}`)
    if (!features.every(Number.isFinite)) throw new RangeError(`a feature of person ${at} is no finite number`)
    if (decision !== 0 && decision !== 1) throw new RangeError(`the decision on person ${at} is neither 0 nor 1`)
  }
}
