import type { Change } from '#platform/database/change.ts'
import { forgetInRows } from '#rooms/imports/index.ts'
import { forgetViewsOf } from '#rooms/views/index.ts'

/** Takes an erased person out of what the rooms keep without history. */
export async function forgetPerson(it: Change, { id, email }: { id: string; email: string }): Promise<void> {
  await forgetInRows(it, email)
  await forgetViewsOf(it.tx, it.org, id)
}
