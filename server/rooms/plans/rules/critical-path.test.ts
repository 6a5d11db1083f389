import { describe, expect, it } from 'vitest'
import { type Activity, slackOf } from './critical-path.ts'

/**
 * Reckoned by hand. Lengths: A 3, B 4, C 2, D 5, E 1, F 2.
 *   A(1–3) → B(4–7) → D(8–12) → F(13–14)
 *   A(1–3) → C(4–5) → E(6–6)  → F
 * The end is 14. Along C and E there are seven days less one: E can end on 12 (6 later), C likewise.
 */
const network: Activity[] = [
  { key: 'A', dependsOn: [], start: 1, finish: 3, fixed: false },
  { key: 'B', dependsOn: ['A'], start: 4, finish: 7, fixed: false },
  { key: 'C', dependsOn: ['A'], start: 4, finish: 5, fixed: false },
  { key: 'D', dependsOn: ['B'], start: 8, finish: 12, fixed: false },
  { key: 'E', dependsOn: ['C'], start: 6, finish: 6, fixed: false },
  { key: 'F', dependsOn: ['D', 'E'], start: 13, finish: 14, fixed: false },
]

const slack = (activities: Activity[], end = 14) => Object.fromEntries(slackOf(activities, end))

describe('slack', () => {
  it('is nothing along the longest path and the difference beside it', () => {
    expect(slack(network)).toEqual({ A: 0, B: 0, C: 6, D: 0, E: 6, F: 0 })
  })

  it('is that of the nearest of several that wait', () => {
    const also: Activity = { key: 'G', dependsOn: ['C'], start: 6, finish: 12, fixed: false }
    expect(slack([...network, also])).toMatchObject({ C: 2, E: 6, G: 2 })
  })

  it('before a task that does not move ends at its start, while that task knows how far it could slip', () => {
    const pinned = network.map((it) => (it.key === 'E' ? { ...it, start: 9, finish: 9, fixed: true } : it))
    expect(slack(pinned)).toMatchObject({ C: 3, E: 3 })
  })

  it('of what nothing waits for reaches to the end', () => {
    expect(slack([...network, { key: 'H', dependsOn: ['A'], start: 4, finish: 4, fixed: false }])).toMatchObject({
      H: 10,
    })
  })
})
