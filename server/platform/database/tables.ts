import type { DB } from './tables.generated.ts'

/** The tables as the rooms see them; never schema-qualified, so the same query reads today or the past. */
export type Tables = DB
