import type { Said } from '@assay/measures/messages'
import type { CellSource } from '../cell-source.ts'
import type { DataRole, RunVerdict, Surprise } from '../run.ts'

/** How the rows of one file were used. */
export type RowUse = { role: DataRole; rows: number; rowsUsed: number; left: { why: string; rows: number }[] }

/** What a kind of measurement hands back: plain data, finite numbers, the same for the same input. */
export type Measured = {
  result: object
  verdict: RunVerdict
  reasons: Said[]
  warnings: Said[]
  surprises: Surprise[]
  used: RowUse[]
}

/** A source with the role that it plays in the run. */
export type RoleSource = CellSource & { role: DataRole }

export type Told = { onStage: (part: number) => void; seed: number }
