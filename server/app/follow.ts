import type { OrganizationId } from '#kernel/id.ts'
import type { Fact, Job } from '#platform/database/change.ts'
import { watchedFacts } from '#rooms/screening/index.ts'

/** Which fact starts which later work. A job is safe to run twice and reads what it needs when it runs. */
const followers: ReadonlyMap<string, readonly string[]> = new Map([
  ...watchedFacts.map((type): [string, string[]] => [type, ['screening-watch']]),
  // an organization that is founded with a past (the sample) has its curve at once
  ['organization.founded', ['readiness-snapshots']],
])

export function jobsThatFollow(org: OrganizationId, facts: readonly Fact[]): Job[] {
  return facts.flatMap(({ type, subject }) =>
    (followers.get(type) ?? []).map((queue) => ({ queue, data: { org, type, subject } })),
  )
}
