/** `times` classes that hold `rows` rows each. */
export type ClassSize = { rows: number; times: number }

/** How many rows, and how many classes that hold at least one. */
export function totalsOf(sizes: readonly ClassSize[]): { rows: number; classes: number } {
  let [rows, classes] = [0, 0]
  for (const it of sizes) {
    if (it.rows === 0) continue
    rows += it.rows * it.times
    classes += it.times
  }
  return { rows, classes }
}

/**
 * Entropy in bits of the shares of classes, −Σ p·log₂ p (Shannon 1948), null without rows.
 * Computed as log₂ n − (Σ m·log₂ m)/n, which has no cancelling terms for many small classes.
 */
export function entropyBits(sizes: readonly ClassSize[]): number | null {
  const { rows } = totalsOf(sizes)
  if (rows === 0) return null
  const within = sizes.reduce((sum, it) => (it.rows > 0 ? sum + it.times * it.rows * Math.log2(it.rows) : sum), 0)
  return Math.max(0, Math.log2(rows) - within / rows)
}

/** Entropy as a share of what it is with equal classes, H / log₂ k: 1 is even. Null with fewer than two classes (Pielou 1966). */
export function normalisedEntropy(sizes: readonly ClassSize[]): number | null {
  const { classes } = totalsOf(sizes)
  const entropy = entropyBits(sizes)
  return entropy === null || classes < 2 ? null : Math.min(1, entropy / Math.log2(classes))
}

/**
 * The chance that two different rows are of different classes, 1 − Σ m(m−1) / (n(n−1)) (Simpson 1949, without replacement). Null with
 * fewer than two rows.
 */
export function simpsonIndex(sizes: readonly ClassSize[]): number | null {
  const { rows } = totalsOf(sizes)
  if (rows < 2) return null
  const same = sizes.reduce((sum, it) => sum + it.times * it.rows * (it.rows - 1), 0)
  return 1 - same / rows / (rows - 1)
}

/** Rows of the largest class for one of the smallest that holds any. Null with fewer than two classes. */
export function imbalanceRatio(sizes: readonly ClassSize[]): number | null {
  const { classes } = totalsOf(sizes)
  return classes < 2 ? null : largestOf(sizes) / smallestOf(sizes)
}

export function largestOf(sizes: readonly ClassSize[]): number {
  return sizes.reduce((most, it) => (it.times > 0 ? Math.max(most, it.rows) : most), 0)
}

/** Of the classes that hold any rows; 0 without any. */
export function smallestOf(sizes: readonly ClassSize[]): number {
  const held = sizes.filter((it) => it.rows > 0 && it.times > 0)
  return held.length === 0 ? 0 : held.reduce((least, it) => Math.min(least, it.rows), Number.MAX_SAFE_INTEGER)
}
