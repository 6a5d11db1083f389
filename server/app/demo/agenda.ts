import type { Teller } from './teller.ts'

/** Puts something into the story on a day, counted back from today; what is told there knows the day. */
export type At = (daysAgo: number, tell: (day: string) => Promise<void>) => void

/**
 * Tells a story in the order of its days, however it was written down: each thread of it can be read by itself. What is
 * told may put more into the story, from its own day on.
 */
export async function tellInOrder(teller: Pick<Teller, 'on'>, write: (at: At) => void): Promise<void> {
  const agenda: { daysAgo: number; tell: (day: string) => Promise<void> }[] = []
  write((daysAgo, tell) => agenda.push({ daysAgo, tell }))
  for (;;) {
    const first = Math.max(...agenda.map(({ daysAgo }) => daysAgo))
    const [next] = agenda.splice(
      agenda.findIndex(({ daysAgo }) => daysAgo === first),
      agenda.length === 0 ? 0 : 1,
    )
    if (!next) return
    await next.tell(teller.on(next.daysAgo))
  }
}
