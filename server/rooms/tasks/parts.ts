import type { Door } from '#platform/database/change.ts'
import type { InboxReader } from '#platform/inbox.ts'
import type { Subjects } from '#platform/subjects.ts'

/** What `app` hands to this room. */
export type TaskParts = {
  subjects: Subjects
  /** what waits for a person's decision in every room */
  inbox: readonly InboxReader[]
  /** the address that people open */
  origin: string
  /** whether this Assay sends mail */
  mailed: boolean
  door: Door
}
