// Exponential and logarithm of additions, multiplications and divisions alone. ECMAScript leaves the last digits of Math.exp and Math.log
// to the machine, and the same bytes everywhere are what a simulation promises. (The library that the rest of this package uses has both;
// its files take longer to load than a risk to simulate, and its exponential three times as long.)

/** ln 2 in two parts: a multiple of the first has no rounding. */
const [ln2, ln2Rest] = [0.693147180369123816, 1.90821492927058770002e-10]

/**
 * ln x to a unit or two in the last place: x = 2^k·m with m near 1, and ln m = 2(s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1). −Infinity
 * for 0. Throws a RangeError for anything below and for what is no number.
 */
export function logarithm(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) throw new RangeError(`${x} has no logarithm`)
  let [m, k] = [x, 0]
  for (; m > Math.SQRT2; m /= 2) k += 1
  for (; m < Math.SQRT1_2; m *= 2) k -= 1
  const s = (m - 1) / (m + 1)
  const square = s * s
  let series = 0
  for (let odd = 25; odd >= 3; odd -= 2) series = square * (1 / odd + series)
  return k * ln2 + (2 * s + 2 * s * series + k * ln2Rest)
}

/** e^x = 2^k·e^r with |r| at most ln 2/2, by its series: exact but slow, for the tables. */
function exponentialBySeries(x: number): number {
  const k = Math.round(x / Math.LN2)
  const rest = x - k * ln2 - k * ln2Rest
  let value = 1
  for (let term = 17; term >= 1; term -= 1) value = 1 + (rest / term) * value
  for (let left = k; left > 0; left -= 1) value *= 2
  for (let left = k; left < 0; left += 1) value /= 2
  return value
}

const steps = 64
const reach = 700
const wholes = Float64Array.from({ length: 2 * reach + 1 }, (_, at) => exponentialBySeries(at - reach))
const parts = Float64Array.from({ length: steps }, (_, at) => exponentialBySeries(at / steps))

/**
 * e^x to a few units in the last place: e^whole · e^(part of 64) from tables, times the series of the rest, which is below 1/64. 0 below
 * −700; throws a RangeError beyond 700, since nothing that is simulated is as large.
 */
export function exponential(x: number): number {
  if (x < -reach) return 0
  if (!(x <= reach)) throw new RangeError(`e to the power of ${x} is more than can be simulated`)
  const whole = Math.floor(x)
  const part = Math.floor((x - whole) * steps)
  const rest = x - whole - part / steps
  const series = 1 + rest * (1 + rest * (1 / 2 + rest * (1 / 6 + rest * (1 / 24 + rest * (1 / 120 + rest / 720)))))
  return (wholes[whole + reach] ?? 0) * (parts[part] ?? 0) * series
}
