/**
 * Texts that are nearly the same, found by MinHash (Broder 1997) and banding (Indyk and Motwani 1998), each pair then confirmed by the exact
 * Jaccard similarity of their sets of shingles (runs of five characters of the lower-case text without runs of blanks). 64 hash values in
 * 16 bands of 4 find a pair of similarity 0.9 with probability 1 − 10⁻⁷, of 0.8 with 0.9998 and of 0.7 with 0.988: a pair may be missed,
 * none is claimed that is not there.
 */
export type NearDuplicates = {
  /** Rows whose text nearly repeats an earlier one, ascending. */
  rows: number[]
  /** Texts that were compared: those with at least one shingle. */
  compared: number
  /** Of `rows`, those whose text is exactly an earlier one. */
  exact: number
}

const bands = 16
const rowsInBand = 4
const hashes = bands * rowsInBand
const shingleLength = 5

/** Texts of one template are all candidates of each other: beyond so many comparisons there is no answer. */
const usualComparisons = 2_000_000

/**
 * @param texts with their row numbers, in ascending order
 * @param similarity least Jaccard similarity of near duplicates, in (0, 1]
 * @returns null where the texts are so much alike, and yet different, that they would have to be compared more than `mostComparisons` times (two million)
 * @throws RangeError when the similarity lies outside
 */
export function nearDuplicates(
  texts: Iterable<{ row: number; text: string }>,
  similarity: number,
  mostComparisons = usualComparisons,
): NearDuplicates | null {
  if (!(similarity > 0 && similarity <= 1)) throw new RangeError(`a similarity lies in (0, 1]; it is ${similarity}`)
  const buckets = Array.from({ length: bands }, () => new Map<string, number[]>())
  const kept: Uint32Array[] = []
  const seen = new Set<string>()
  let comparisons = 0
  const found: NearDuplicates = { rows: [], compared: 0, exact: 0 }
  for (const { row, text } of texts) {
    const normal = text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
    if (normal === '') continue
    found.compared += 1
    if (seen.has(text)) {
      found.exact += 1
      found.rows.push(row)
      continue
    }
    seen.add(text)
    const shingles = shinglesOf(normal)
    const keys = bandKeys(signatureOf(shingles))
    const candidates = new Set(keys.flatMap((key, band) => buckets[band]?.get(key) ?? []))
    comparisons += candidates.size
    if (comparisons > mostComparisons) return null
    if ([...candidates].some((it) => jaccard(kept[it] ?? new Uint32Array(), shingles) >= similarity)) {
      found.rows.push(row)
      continue
    }
    const at = kept.push(shingles) - 1
    keys.forEach((key, band) => addTo(buckets[band] ?? new Map(), key, at))
  }
  return found
}

function addTo(bucket: Map<string, number[]>, key: string, at: number): void {
  const held = bucket.get(key)
  if (held) held.push(at)
  else bucket.set(key, [at])
}

/** The sorted distinct 32-bit hashes (FNV-1a) of all shingles; a short text is one shingle. */
function shinglesOf(text: string): Uint32Array {
  const hashed = new Set<number>()
  for (let start = 0; start <= Math.max(0, text.length - shingleLength); start++) {
    let hash = 0x811c9dc5
    for (let i = start; i < Math.min(text.length, start + shingleLength); i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    }
    hashed.add(hash >>> 0)
  }
  return Uint32Array.from(hashed).toSorted()
}

function signatureOf(shingles: Uint32Array): Uint32Array {
  const signature = new Uint32Array(hashes).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let i = 0; i < hashes; i++) {
      const hash = mixed(shingle ^ Math.imul(i + 1, 0x9e3779b9))
      if (hash < (signature[i] ?? 0)) signature[i] = hash
    }
  }
  return signature
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function bandKeys(signature: Uint32Array): string[] {
  return Array.from({ length: bands }, (_, band) =>
    signature.subarray(band * rowsInBand, (band + 1) * rowsInBand).join(','),
  )
}

/** Shared shingles by all shingles of both; both sorted. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0]
    if (x === y) shared += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return shared / (a.length + b.length - shared)
}
