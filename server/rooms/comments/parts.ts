import type { Pool } from 'pg'
import type { Permissions } from '#kernel/permission.ts'
import type { Subjects } from '#platform/subjects.ts'

/** What the use cases of this room are handed: what can be talked about, and who may see it. */
export type Talk = {
  subjects: Subjects
  permissions: Permissions
  /** whether this Assay sends mail */
  mailed: boolean
}

export type CommentParts = Talk & { pool: Pool }
