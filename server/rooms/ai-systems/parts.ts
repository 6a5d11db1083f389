import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

/** What `app` hands to this room. */
export type AiSystemParts = {
  /** what rooms above say against this system being in operation; empty where nothing does */
  barsToOperation(tx: Transaction, org: OrganizationId, id: string): Promise<{ path: string; message: string }[]>
}
