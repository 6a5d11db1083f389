import { type ColumnValue, personalDigest, rowDigest, sameBytes } from '@assay/ledger'

export type ColumnKind = 'boolean' | 'integer' | 'text'

/** A column of a history twin. `late` ones were added after the twin was made: versions before do not know them. */
export type TwinColumn = { name: string; kind: ColumnKind; late: boolean; dropped: boolean }

/** One stored version with what stands elsewhere about it; every value as the text that its digest was made of. */
export type StoredVersion = {
  id: string
  fromSeq: number
  toSeq: number | null
  digest: Uint8Array
  salt: Uint8Array | null
  personal: Record<string, string | null>
  erasedSeq: number | null
  values: Record<string, string | null>
  /** the live row, where this version is open and the row is there */
  live: Record<string, string | null> | null
  /** what the entry of `fromSeq` says it did to this row */
  made: { operation: string; digest: Uint8Array | null } | null
  /** what the entry of `toSeq` says it did */
  ended: { operation: string } | null
  /** the entry of `erasedSeq` changed this row */
  erasureKnown: boolean
}

/** Everything that is wrong with one version, in words, by where it is wrong. */
export type VersionFault = { where: 'history' | 'record'; words: string }

export function checkVersion(columns: readonly TwinColumn[], version: StoredVersion): VersionFault[] {
  const faults: VersionFault[] = []
  const wrong = (words: string) => faults.push({ where: 'history', words })
  const covered = columnsOfDigest(columns, version)
  if (!covered) wrong('A column was changed: the version does not have the digest that stands beside it.')
  for (const words of personalFaults(version)) wrong(words)
  const { made, ended, toSeq, fromSeq, digest } = version
  if (!made || made.operation === 'delete') wrong(`Entry ${fromSeq} does not say that it wrote this version.`)
  else if (!made.digest || !sameBytes(made.digest, digest)) wrong(`Entry ${fromSeq} bound another version of this row.`)
  if (toSeq !== null && toSeq <= fromSeq) wrong('The version ends before it begins.')
  if (toSeq !== null && !ended) wrong(`Entry ${toSeq} does not say that it ended this version.`)
  if (toSeq === null) faults.push(...liveFaults(covered ?? columns, version))
  return faults
}

/** A live row is its open version, column by column. */
function liveFaults(columns: readonly TwinColumn[], { live, values }: StoredVersion): VersionFault[] {
  if (!live) return [{ where: 'record', words: 'The row is missing: its newest version has no end.' }]
  const differing = columns
    .filter(({ name, dropped }) => !dropped && live[name] !== values[name])
    .map(({ name }) => name)
  if (differing.length === 0) return []
  return [{ where: 'record', words: `The row differs from its newest version in ${differing.join(', ')}.` }]
}

/**
 * Which columns the digest was made over. A migration adds a column to all versions, and drops one from later ones: both
 * are null where they were not known, so each set that this allows is tried, the full one first.
 */
function columnsOfDigest(columns: readonly TwinColumn[], version: StoredVersion): TwinColumn[] | undefined {
  const isNull = ({ name }: TwinColumn) => version.values[name] === null && version.personal[name] === undefined
  const late = columns.filter((column) => column.late)
  for (let known = late.length; known >= 0; known -= 1) {
    const unknown = late.slice(known)
    if (!unknown.every(isNull)) return undefined
    const candidate = columns.filter((column) => !unknown.includes(column))
    for (const kept of [candidate, candidate.filter((column) => !column.dropped || !isNull(column))]) {
      if (sameBytes(digestOver(kept, version), version.digest)) return kept
    }
  }
  return undefined
}

function digestOver(columns: readonly TwinColumn[], { values, personal }: StoredVersion): Uint8Array {
  return rowDigest(
    Object.fromEntries(
      columns.map(({ name, kind }) => {
        const digest = personal[name]
        return [name, digest === undefined ? encoded(kind, values[name] ?? null) : digest]
      }),
    ),
  )
}

function encoded(kind: ColumnKind, text: string | null): ColumnValue {
  if (text === null || kind === 'text') return text
  return kind === 'boolean' ? text === 'true' : Number(text)
}

/** Personal values have digests of their own, so that erasing them leaves the version whole; losing them is no erasure. */
function personalFaults({ personal, values, salt, erasedSeq, erasureKnown }: StoredVersion): string[] {
  const faults = Object.keys(personal)
    .filter((name) => values[name] === undefined)
    .map((name) => `There is a digest of ${name}, which is no column.`)
  const names = Object.keys(personal).filter((name) => values[name] !== undefined)
  if (names.length === 0 && salt) faults.push('A salt stands where nothing personal is.')
  if (erasedSeq !== null) {
    if (names.some((name) => values[name] !== null))
      faults.push(`It says that entry ${erasedSeq} erased it, and holds personal values.`)
    if (!erasureKnown) faults.push(`Entry ${erasedSeq} did not erase it.`)
    return faults
  }
  for (const name of names) {
    const [digest, value] = [personal[name], values[name]]
    if (value === null && digest !== null) faults.push(`${name} is missing: no entry erased it.`)
    if (typeof value !== 'string') continue
    if (!salt) faults.push(`The salt of ${name} is missing: no entry erased it.`)
    else if (digestOf(salt, name, value) !== digest) faults.push(`${name} is not the value that was recorded.`)
  }
  return faults
}

function digestOf(salt: Uint8Array, name: string, value: string): string | null {
  return salt.length < 16 ? null : personalDigest(salt, name, value)
}
