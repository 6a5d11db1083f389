import type { ReactNode } from 'react'

type Plain = string | number | boolean | null | undefined

/** What a row holds, by dotted paths to its plain values; a way through a list means each of its members. */
export type FieldOf<Row> = Row extends Plain
  ? never
  : Row extends readonly (infer Member)[]
    ? FieldOf<Member>
    : {
        [Name in keyof Row & string]: NonNullable<Row[Name]> extends Plain | readonly Plain[]
          ? Name
          : `${Name}.${FieldOf<NonNullable<Row[Name]>>}`
      }[keyof Row & string]

/**
 * Where an exported cell comes from: a field or several (of each only what stands before `upTo`), and words for their values
 * (`*` for any other, '' for a value that says nothing). With `when`, only where these fields have one of these values.
 */
export type Source<Row> = {
  field: FieldOf<Row> | FieldOf<Row>[]
  between?: string
  upTo?: string
  words?: Record<string, string>
  when?: { [Field in FieldOf<Row>]?: string[] }
}

type Shown<Row> = {
  header: string
  cell: (row: Row) => ReactNode
  /** What stands beside the cell and is no part of its name or of the export, such as a count. */
  beside?: (row: Row) => ReactNode
  /** What an exported file says where the row has nothing. */
  absent?: string
  /** The API's name to sort by; absent, the column cannot be sorted. */
  sort?: string
  align?: 'end'
  /** Not shown until chosen. */
  optional?: boolean
}

/**
 * A column, and where the server takes its cells from when it writes the list to a file: the field that `key` names, or the
 * first of several sources that has something (a value without a word is left to the next). `null`: a column of buttons.
 */
export type Column<Row> = Shown<Row> &
  ({ key: FieldOf<Row>; from?: Source<Row>[] } | { key: string; from: Source<Row>[] | null })

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

/** One field of a change of many. An emptied reference or day is said on purpose, unless empty has a meaning of its own. */
export type BulkField = { name: string; label: string; help?: string } & (
  | { kind: 'reference'; path: string; query?: Record<string, string>; required?: boolean }
  | { kind: 'day'; mayBeEmpty?: boolean }
  | { kind: 'words' }
  | {
      kind: 'choice'
      options: { value: string; label: string }[]
      /** What the options stand for where it is no text. */
      as?: 'number' | 'yes-or-no'
      /** The rows can be left without any. */
      optional?: boolean
    }
)

/** A change that can be made to many rows, as the room declares it on the server. */
export type BulkChange = {
  /** its name there */
  change: string
  /** What changes, as a noun or a verb: "Owner", "Withdraw". */
  label: string
  fields: BulkField[]
  /** Words for the values before and after, where the server sends its own. */
  words?: Record<string, string>
  /** What one has to say on purpose before it is done, where it bears hard on somebody. */
  asks?: string
}

/** The changes of a list and who may make any of them. */
export type BulkChanges = { permission: string; changes: BulkChange[] }

/** The changes of a list, its address in the API, and the version at which each row was seen. */
export type Bulk = BulkChanges & { path: string; versions: ReadonlyMap<string, number> }
