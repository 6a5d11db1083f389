import type { ClientConfig } from 'pg'
import { migrate } from '#platform/database/migrate.ts'
import { installJobs } from '#platform/jobs/index.ts'
import { queues } from './jobs.ts'

/** Brings the whole database to this release: schema, history, roles' rights and the queues of later work. */
export async function bringForward(
  owner: ClientConfig,
  steps: { beforeChange?: () => Promise<void>; progress: (line: string) => void },
): Promise<{ applied: string[] }> {
  const { applied } = await migrate(owner, steps)
  await installJobs(owner, queues)
  return { applied }
}
