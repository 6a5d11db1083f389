import type { DriftReference } from '@assay/measures/drift/columns'
import type { FileSource } from '../duckdb/open-source.ts'

/** What a file is compared with: another file, or a reference that was frozen from one. */
export type DriftBase = { file: FileSource } | { frozen: DriftReference }
