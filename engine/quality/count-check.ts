import type { QualityCheck, QualityCounts } from '@assay/measures'
import type { DuckDBConnection } from '@duckdb/node-api'
import { countingOf, type Relations } from './query-for.ts'

/** Counts a check on an open connection. */
export async function countsOf(
  connection: DuckDBConnection,
  check: QualityCheck,
  relations: Relations,
): Promise<QualityCounts> {
  const counting = countingOf(check, relations)
  if ('counts' in counting) return counting.counts
  if ('missing' in counting) throw new Error(`needs ${counting.missing}`)
  const reader = await connection.runAndReadAll(counting.query.sql, counting.query.params)
  return counting.query.read(reader.getRowObjectsJS())
}
