import type { OrganizationId } from '#kernel/id.ts'
import type { Blobs } from '#platform/blobs/index.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { MadeFrom } from '#platform/documents/index.ts'
import type { TemplateFacts } from './create.ts'

/** What `app` hands to this room. */
export type DocumentParts = {
  blobs: Blobs
  /** what the records say, for templates */
  templateFacts: TemplateFacts
  /** which state of the records a print was made from */
  madeFrom(view: { tx: Transaction; org: OrganizationId; seq: number | null }): Promise<MadeFrom>
}
