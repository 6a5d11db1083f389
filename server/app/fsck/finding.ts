/** Something that is not as it was recorded: where it is, and in words what is wrong with it. */
export type Finding = {
  organization: string
  what:
    | 'entry'
    | 'fact'
    | 'entry-row'
    | 'history'
    | 'record'
    | 'checkpoint'
    | 'tile'
    | 'key'
    | 'outside-checkpoint'
    | 'blob'
    | 'log'
  /** the table, or the file for what lies outside of the database */
  table: string
  /** the id of the row or the name of the file, where it has one */
  row: string | null
  /** the entry of the log that it belongs to, where there is one */
  seq: number | null
  words: string
}

export type Tell = (finding: Omit<Finding, 'organization'>) => void
