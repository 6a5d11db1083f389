import { test } from 'vitest'

/** A step of a journey in which each stands on the one before: after one that failed, the others say so and do not try. */
export function journey(): (name: string, walk: () => Promise<void>) => void {
  let broken: string | undefined
  return (name, walk) =>
    test(name, async () => {
      if (broken !== undefined) throw new Error(`cannot be tried: before it, “${broken}” failed`)
      broken = name
      await walk()
      broken = undefined
    })
}
