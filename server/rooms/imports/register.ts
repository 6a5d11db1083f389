import type { OrganizationId } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Grants } from '#platform/grants.ts'
import type { ImportField, ImportOption, RowEffect, RowProblem } from './model.ts'

/** A row's cells by the register's field names; a field without a column is missing here. */
export type Cells = Record<string, string>

/** A good row says what it would do; without an effect it makes a new record. */
export type RowCheck<Draft> =
  | { ok: true; draft: Draft; effect?: RowEffect; notes?: RowProblem[] }
  | { ok: false; problems: RowProblem[] }

/** What a check is handed. `seen` lasts for the whole file: what may stand in it once is noted there. */
export type Checking = {
  tx: Transaction
  org: OrganizationId
  today: string
  grants: Grants
  options: Readonly<Record<string, string>>
  seen: Set<string>
}

/** What a row became: the record, its kind where it is not the register's own, and what it was before. */
export type Made = { id: string; kind?: string; was?: object }

/** A record that a row became, to be taken back. */
export type Taken = { id: string; kind: string; was: object | null }

/**
 * What a register offers so that files can be taken into it. `check` reads, resolves references and finds duplicates for many
 * rows at once and writes nothing; `create` writes one; `undo` takes one back as long as nobody has touched it since.
 */
export type ImportRegister<Draft = unknown> = {
  name: string
  label: string
  /** who may write records of this register */
  permission: string
  /** who may look at the rows, where it is not everybody who sees imports */
  rowsPermission?: string
  /** the kind of record that a row becomes, as in its reference */
  kind: string
  fields: readonly ImportField[]
  /** what is decided for the whole file before it is checked */
  options?: readonly ImportOption[]
  /** rows to begin from, by field; they need nobody and nothing else to be there */
  sample: readonly Cells[]
  check(at: Checking, rows: readonly Cells[]): Promise<RowCheck<Draft>[]>
  create(change: Change, draft: Draft): Promise<Result<Changed<Made>, { problems: RowProblem[] }>>
  undo(change: Change, id: string, taken: Taken): Promise<Result<Changed<{ id: string }>, { kind: 'changed-since' }>>
}
