import type { OrganizationId } from '#kernel/id.ts'
import type { Fact, Job } from '#platform/database/change.ts'

/** Which fact starts which later work. A job is safe to run twice and reads what it needs when it runs. */
const followers: Record<string, readonly string[]> = {}

export function jobsThatFollow(org: OrganizationId, facts: readonly Fact[]): Job[] {
  return facts.flatMap(({ type, subject }) =>
    (followers[type] ?? []).map((queue) => ({ queue, data: { org, type, subject } })),
  )
}
