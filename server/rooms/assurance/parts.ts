import type { freezeDriftReference, runMeasurement } from '@assay/engine'
import type { OrganizationId } from '#kernel/id.ts'
import type { Blobs } from '#platform/blobs/index.ts'
import type { Door, Who } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'

/** What `app` hands to this room. */
export type AssuranceParts = {
  blobs: Blobs
  subjects: Subjects
  door: Door
  measuring: Measuring
  /** who records what a run found: the system, on behalf of whoever asked */
  actor(org: OrganizationId): Who
}

/** How the engine is run on this machine. */
export type Measuring = {
  run: typeof runMeasurement
  freeze: typeof freezeDriftReference
  /** files in it can be measured in place; null where the operator named none */
  folder: string | null
  /** where each run has a folder of its own while it goes on */
  workFolder: string
  memoryLimit: string
  threads: number
}
