import type { OrganizationId } from '#kernel/id.ts'
import type { Blobs } from '#platform/blobs/index.ts'
import type { Door, Who } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { MadeFrom } from '#platform/documents/index.ts'
import type { Subjects } from '#platform/subjects.ts'

export type NamedRef = { ref: string; name: string }

/** Open risks by the key of the requirement that they name, today or as of the instant that the transaction looks at. */
export type OpenRisks = (tx: Transaction, org: OrganizationId) => Promise<Map<string, NamedRef[]>>

/** Which of these records are no reason any more, today or as of the instant that the transaction looks at. */
export type GoneReasons = (tx: Transaction, org: OrganizationId, refs: readonly string[]) => Promise<Set<string>>

/** What reading the rows of a statement needs of other rooms. */
export type OtherRooms = { openRisks: OpenRisks; goneReasons: GoneReasons }

/** The state of the records that a document is made from. */
export type ReadMadeFrom = (at: { tx: Transaction; org: OrganizationId; seq: number | null }) => Promise<MadeFrom>

/** What `app` hands to this room. */
export type ControlParts = OtherRooms & {
  subjects: Subjects
  madeFrom: ReadMadeFrom
  blobs: Blobs
}

/** What making the files of an approved version needs. */
export type FileParts = Pick<ControlParts, 'openRisks' | 'goneReasons' | 'madeFrom' | 'blobs'> & {
  door: Door
  /** who reads and records it: the system */
  actor(org: OrganizationId): Who
}
