import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { OwnerRole } from './model.ts'

export type Person = { id: string; name: string }

/** What a plan takes from rooms that it does not know; `app` hands it in. `today` is `YYYY-MM-DD`. */
export type Surroundings = {
  /** requirements not reached yet, or null while nothing has said which are */
  openRefs(tx: Transaction, org: OrganizationId, today: string): Promise<string[] | null>
  size(
    tx: Transaction,
    org: OrganizationId,
    today: string,
  ): Promise<{ people: number | null; systems: number; sites: number }>
  /** who could own the tasks of each role, the likeliest first */
  holders(tx: Transaction, org: OrganizationId, today: string): Promise<Record<OwnerRole, Person[]>>
}
