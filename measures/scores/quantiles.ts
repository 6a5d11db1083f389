/**
 * Quantiles of rows that are counted by distinct value: linear interpolation between the order statistics at (n − 1)·share (Hyndman and Fan's
 * type 7, numpy's default). Linear in the number of values.
 *
 * @param values strictly ascending; `counts[i]` rows hold `values[i]`, at least one row in all.
 * @param shares ascending, each in [0, 1].
 */
export function quantilesOf(values: ArrayLike<number>, counts: ArrayLike<number>, shares: readonly number[]): number[] {
  let rows = 0
  for (let index = 0; index < counts.length; index += 1) rows += counts[index] ?? 0
  let [at, passed] = [0, counts[0] ?? 0]
  const valueOfRank = (rank: number) => {
    while (passed <= rank && at < values.length - 1) {
      at += 1
      passed += counts[at] ?? 0
    }
    return values[at] ?? Number.NaN
  }
  return shares.map((share) => {
    const rank = (rows - 1) * share
    const whole = Math.floor(rank)
    const low = valueOfRank(whole)
    if (whole === rank) return low
    const [kept, keptPassed] = [at, passed]
    const high = valueOfRank(whole + 1)
    // The next quantile may lie between the same two rows.
    ;[at, passed] = [kept, keptPassed]
    return interpolated(low, high, rank - whole)
  })
}

/** Numpy's way of interpolating, which keeps both ends exact. */
function interpolated(low: number, high: number, part: number): number {
  return part >= 0.5 ? high - (high - low) * (1 - part) : low + (high - low) * part
}
