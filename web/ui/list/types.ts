import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** The same as plain text, for the export. Needed where `cell` gives neither text nor number. */
  text?: (row: Row) => string
  /** The API's name to sort by; absent, the column cannot be sorted. */
  sort?: string
  align?: 'end'
  /** Not shown until chosen. */
  optional?: boolean
}

export type Filter = {
  /** The API's name of the filter. */
  key: string
  label: string
  options: { value: string; label: string }[]
  /** The API takes several values joined by commas and means any of them. */
  multiple?: boolean
}

/** Chosen rows: by id, or every row that matches the query (of which there are `count`). */
export type Selection =
  | { kind: 'ids'; ids: string[]; count: number }
  | { kind: 'matching'; query: Record<string, string>; count: number }

export type BulkAction = {
  /** The verb: "Change owner". */
  label: string
  permission?: string
  danger?: boolean
  /** What will happen to these rows; may hold the fields of the change. Shown before anything is done. */
  preview: (selection: Selection) => ReactNode
  run: (selection: Selection) => Promise<unknown>
}

/** What the list shows now: everything that the API needs to give the same rows. */
export type Shown = { query: Record<string, string>; columns: string[] }
