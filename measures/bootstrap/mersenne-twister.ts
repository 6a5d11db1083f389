const size = 624
const offset = 397

/**
 * The Mersenne Twister MT19937: whole numbers from 0 to 2³² − 1, the same for the same seed. The generator of the library draws the very
 * same numbers (a test holds both together), but brings 236 files with it, which every run would load before its first draw.
 * Source: M. Matsumoto, T. Nishimura (1998), ACM Transactions on Modeling and Computer Simulation 8, 3–30, with the seeding of 2002.
 *
 * @param seed a whole number from 0 to 2³² − 1.
 */
export function mersenneTwister(seed: number): () => number {
  const state = new Uint32Array(size)
  state[0] = seed
  for (let at = 1; at < size; at += 1) {
    const before = state[at - 1] ?? 0
    state[at] = Math.imul(1_812_433_253, before ^ (before >>> 30)) + at
  }
  let next = size
  return () => {
    if (next === size) {
      twist(state)
      next = 0
    }
    let word = state[next] ?? 0
    next += 1
    word ^= word >>> 11
    word ^= (word << 7) & 0x9d2c5680
    word ^= (word << 15) & 0xefc60000
    return (word ^ (word >>> 18)) >>> 0
  }
}

function twist(state: Uint32Array): void {
  for (let at = 0; at < size - offset; at += 1) state[at] = (state[at + offset] ?? 0) ^ mixed(state, at, at + 1)
  for (let at = size - offset; at < size - 1; at += 1) {
    state[at] = (state[at + offset - size] ?? 0) ^ mixed(state, at, at + 1)
  }
  state[size - 1] = (state[offset - 1] ?? 0) ^ mixed(state, size - 1, 0)
}

/** The highest bit of one word and the rest of the next, shifted through the matrix of the recurrence. */
function mixed(state: Uint32Array, at: number, next: number): number {
  const joined = ((state[at] ?? 0) & 0x80000000) | ((state[next] ?? 0) & 0x7fffffff)
  return (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df)
}
