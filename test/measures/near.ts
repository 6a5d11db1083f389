import { expect } from 'vitest'

/** For tests alone: equal within a relative error (the references have 12 digits); `null` must be null. */
export function expectNear(
  actual: number | null | undefined,
  expected: number | null | undefined,
  relative: number,
  what: string,
): void {
  if (expected === null || expected === undefined || actual === null || actual === undefined) {
    expect(actual ?? null, what).toBe(expected ?? null)
    return
  }
  const off = Math.abs(actual - expected)
  expect(off <= relative * Math.abs(expected) || off < 1e-300, `${what}: ${actual} is not ${expected}`).toBe(true)
}
