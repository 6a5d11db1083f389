import type { InboxReader } from '#platform/inbox.ts'
import { approvalInbox, reviewInbox } from '#rooms/documents/index.ts'
import { evidenceInbox } from '#rooms/evidence/index.ts'

/** What waits for a person's decision, gathered from the rooms. */
export const inboxReaders: readonly InboxReader[] = [approvalInbox, reviewInbox, evidenceInbox]
