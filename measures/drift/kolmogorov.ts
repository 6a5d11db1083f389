import gammaln from '@stdlib/math-base-special-gammaln'

/**
 * The p-value of the two-sample Kolmogorov–Smirnov test: P(D ≥ distance) under one common continuous distribution, by the distribution of the
 * one-sample statistic at the whole number nearest to n·m/(n + m) (what scipy calls asymptotic). With ties it is conservative.
 * Null where a sample is empty.
 *
 * @throws RangeError if the distance is not within [0, 1].
 */
export function ksTail(distance: number, n: number, m: number): number | null {
  if (!(distance >= 0 && distance <= 1)) throw new RangeError(`A KS distance lies within 0 and 1, not at ${distance}.`)
  if (n <= 0 || m <= 0) return null
  return kolmogorovTail(roundedToEven((n * m) / (n + m)), distance)
}

/**
 * The distance that the KS statistic exceeds with a chance of `chance` only when nothing has drifted, at these sizes.
 *
 * @param chance strictly between 0 and 1.
 */
export function ksFloor(n: number, m: number, chance = 0.05): number {
  if (n <= 0 || m <= 0) return 1
  // Kolmogorov's limit: 2·exp(−2z²) to more digits than are shown wherever chance < 0.3; bounded by 1 at the smallest sizes.
  return Math.min(1, Math.sqrt(Math.log(2 / chance) / 2) * Math.sqrt(1 / n + 1 / m))
}

/**
 * P(Dₙ ≥ d) of the one-sample, two-sided statistic of n rows: exact by Marsaglia, Tsang and Wang up to 140 rows, and for small distances
 * up to 1,000; twice the exact one-sided tail where that is enough (n·d² ≥ 2.2), and the expansion of Pelz and Good for the rest.
 *
 * @see Simard, L'Ecuyer (2011), J. Statistical Software 39(11), for which method is good where.
 */
export function kolmogorovTail(n: number, d: number): number {
  if (n < 1 || n * d <= 0.5) return 1
  if (d >= 1) return 0
  const scaled = n * d * d
  if (d >= 0.5 || scaled >= (n <= 140 ? 4 : 2.2)) return Math.min(1, 2 * smirnovTail(n, d))
  const exact = n <= 140 || (n <= 1000 && n * d ** 1.5 <= 1.4)
  return Math.min(1, Math.max(0, 1 - (exact ? marsagliaCdf(n, d) : pelzGoodCdf(n, d))))
}

/** P(Dₙ⁺ ≥ d) by the sum of Birnbaum and Tingey; all terms are positive, so nothing cancels. */
function smirnovTail(n: number, d: number): number {
  // Beyond this many rows the sum is dear, and its limit with the first correction is closer than six digits after the point.
  if (n > 100_000) return Math.exp(-((6 * n * d + 1) ** 2) / (18 * n))
  const last = Math.floor(n * (1 - d))
  let [sum, choose] = [0, 0]
  for (let j = 0; j <= last; j += 1) {
    const rest = 1 - d - j / n
    if (rest < 0) break
    const power = n === j ? 0 : (n - j) * Math.log(rest)
    sum += Math.exp(choose + (j - 1) * Math.log(d + j / n) + power)
    choose += Math.log((n - j) / (j + 1))
  }
  return d * sum
}

/** Pelz and Good (1976), J. Royal Statistical Society B 38: the limit and its corrections in n^(−1/2), n^(−1) and n^(−3/2). */
function pelzGoodCdf(n: number, d: number): number {
  const z = Math.sqrt(n) * d
  const [z2, z4, z6, z8] = [z ** 2, z ** 4, z ** 6, z ** 8]
  const pi2 = Math.PI ** 2
  const [pi4, pi6] = [pi2 ** 2, pi2 ** 3]
  let [k0, k1, k2, k3] = [0, 0, 0, 0]
  for (let k = 1; k <= 40; k += 1) {
    const h2 = (k - 0.5) ** 2
    const weight = 2 * Math.exp((-pi2 * h2) / (2 * z2))
    k0 += weight
    k1 += weight * (pi2 * h2 - z2)
    k2 += weight * (6 * z6 + 2 * z4 + pi2 * (2 * z4 - 5 * z2) * h2 + pi4 * (1 - 2 * z2) * h2 ** 2)
    k3 +=
      weight *
      (pi6 * h2 ** 3 * (5 - 30 * z2) +
        pi4 * h2 ** 2 * (-60 * z2 + 212 * z4) +
        pi2 * h2 * (135 * z4 - 96 * z6) -
        30 * z6 -
        90 * z8)
  }
  let [tail2, tail3] = [0, 0]
  for (let k = 1; k <= 40; k += 1) {
    const weight = 2 * Math.exp((-pi2 * k * k) / (2 * z2))
    tail2 += weight * pi2 * k * k
    tail3 += weight * (-pi4 * k ** 4 + 3 * pi2 * k * k * z2)
  }
  const root = Math.sqrt(Math.PI / 2)
  const limit = (Math.sqrt(2 * Math.PI) / z) * (k0 / 2)
  const first = (root / (6 * z4)) * k1
  const second = root * (k2 / (72 * z ** 7) - tail2 / (36 * z ** 3))
  const third = root * (k3 / (6480 * z ** 10) + tail3 / (216 * z6))
  return limit + first / Math.sqrt(n) + second / n + third / (n * Math.sqrt(n))
}

/** Marsaglia, Tsang, Wang (2003), J. Statistical Software 8(18): n!/nⁿ times the middle entry of a matrix to the n-th power. */
function marsagliaCdf(n: number, d: number): number {
  const k = Math.ceil(n * d)
  const size = 2 * k - 1
  const h = k - n * d
  const matrix: number[][] = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_unused, j): number => (i - j + 1 < 0 ? 0 : 1)),
  )
  const at = (i: number, j: number) => matrix[i]?.[j] ?? 0
  const set = (i: number, j: number, value: number) => {
    const row = matrix[i]
    if (row !== undefined) row[j] = value
  }
  for (let i = 0; i < size; i += 1) {
    set(i, 0, at(i, 0) - h ** (i + 1))
    set(size - 1, i, at(size - 1, i) - h ** (size - i))
  }
  if (2 * h - 1 > 0) set(size - 1, 0, at(size - 1, 0) + (2 * h - 1) ** size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) set(i, j, at(i, j) / Math.exp(gammaln(i - j + 2)))
  }
  // Spreading n!/nⁿ over the factors keeps every intermediate matrix within range for all n that come here.
  const scale = Math.exp((gammaln(n + 1) - n * Math.log(n)) / n)
  const scaled = matrix.map((row) => row.map((value) => value * scale))
  return powerOf(scaled, n)[k - 1]?.[k - 1] ?? 0
}

function powerOf(matrix: number[][], exponent: number): number[][] {
  if (exponent === 1) return matrix
  const half = powerOf(matrix, Math.floor(exponent / 2))
  const square = product(half, half)
  return exponent % 2 === 0 ? square : product(square, matrix)
}

function product(a: number[][], b: number[][]): number[][] {
  return a.map((row) => b.map((_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? 0), 0)))
}

function roundedToEven(x: number): number {
  const floor = Math.floor(x)
  const rest = x - floor
  if (rest !== 0.5) return Math.round(x)
  return floor % 2 === 0 ? floor : floor + 1
}
