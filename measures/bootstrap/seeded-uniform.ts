import { mersenneTwister } from './mersenne-twister.ts'

/** Numbers from [0, 1), evenly spread and always the same for the same seed. */
export type Uniform = () => number

/** A Mersenne Twister with 53 bits a draw. Throws a RangeError unless the seed is a whole number from 1 to 2³² − 1. */
export function seededUniform(seed: number): Uniform {
  if (!Number.isInteger(seed) || seed < 1 || seed > 4_294_967_295) {
    throw new RangeError(`a seed must be a whole number from 1 to 4294967295, not ${seed}`)
  }
  const next = mersenneTwister(seed)
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992
}
