/**
 * The critical path method on whole numbers: an activity that starts on day 4 and lasts 3 days holds days 4, 5 and 6;
 * what waits for it starts on day 7 at the earliest.
 */
export type Activity = {
  key: string
  dependsOn: string[]
  start: number
  finish: number
  /** Does not move: whatever comes before has to be ready for its start. */
  fixed: boolean
}

/**
 * Backward pass over placed activities (dependencies first): by how many days each can slip without moving `end`.
 * What nothing waits for may slip to the end.
 */
export function slackOf(activities: Activity[], end: number): Map<string, number> {
  const latestFinish = new Map<string, number>()
  const slack = new Map<string, number>()
  for (const it of activities.toReversed()) {
    const latest = Math.min(latestFinish.get(it.key) ?? end, end)
    slack.set(it.key, latest - it.finish)
    const latestStart = it.fixed ? it.start : it.start + (latest - it.finish)
    for (const before of it.dependsOn) {
      latestFinish.set(before, Math.min(latestFinish.get(before) ?? Infinity, latestStart - 1))
    }
  }
  return slack
}
