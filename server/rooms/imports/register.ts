import type { OrganizationId } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { ImportField, RowProblem } from './model.ts'

/** A row's cells by the register's field names; a field without a column is missing here. */
export type Cells = Record<string, string>

export type RowCheck<Draft> = { ok: true; draft: Draft } | { ok: false; problems: RowProblem[] }

/**
 * What a register offers so that files can be taken into it. `check` reads, resolves references and finds duplicates for many
 * rows at once and writes nothing; `create` writes one; `undo` takes one back as long as nobody has touched it since.
 */
export type ImportRegister<Draft = unknown> = {
  name: string
  label: string
  /** who may write records of this register */
  permission: string
  /** the kind of record that a row becomes, as in its reference */
  kind: string
  fields: readonly ImportField[]
  check(at: { tx: Transaction; org: OrganizationId; today: string }, rows: readonly Cells[]): Promise<RowCheck<Draft>[]>
  create(change: Change, draft: Draft): Promise<Result<Changed<{ id: string }>, { problems: RowProblem[] }>>
  undo(change: Change, id: string): Promise<Result<Changed<{ id: string }>, { kind: 'changed-since' }>>
}
