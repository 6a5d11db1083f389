import type { OrganizationId } from '#kernel/id.ts'
import type { Fact, Job } from '#platform/database/change.ts'
import { checkTasksQueue, factsAboutChecks } from '#rooms/controls/index.ts'
import { impactWatchQueue, watchedByImpact } from '#rooms/impact-assessments/index.ts'
import { riskWatchQueue, watchedByRisks } from '#rooms/risks/index.ts'
import { actWatchedFacts } from '#rooms/obligations/index.ts'
import { watchedFacts } from '#rooms/screening/index.ts'

/** Which fact starts which later work. A job is safe to run twice and reads what it needs when it runs. */
const followers: ReadonlyMap<string, readonly string[]> = gather([
  ...watchedFacts.map((type) => [type, 'screening-watch'] as const),
  ...watchedByRisks.map((type) => [type, riskWatchQueue] as const),
  ...watchedByImpact.map((type) => [type, impactWatchQueue] as const),
  ...actWatchedFacts.map((type) => [type, 'obligations-watch'] as const),
  ...factsAboutChecks.map((type) => [type, checkTasksQueue] as const),
  // an organization that is founded with a past (the sample) has its curve at once
  ['organization.founded', 'readiness-snapshots'],
])

function gather(pairs: readonly (readonly [type: string, queue: string])[]): Map<string, string[]> {
  const queues = new Map<string, string[]>()
  for (const [type, queue] of pairs) queues.set(type, [...(queues.get(type) ?? []), queue])
  return queues
}

export function jobsThatFollow(org: OrganizationId, facts: readonly Fact[]): Job[] {
  return facts.flatMap(({ type, subject }) =>
    (followers.get(type) ?? []).map((queue) => ({ queue, data: { org, type, subject } })),
  )
}
