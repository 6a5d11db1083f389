import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from './database/transaction.ts'
import type { Grants } from './grants.ts'

/** A record by name, as lists of links and search results show it. */
export type Subject = { id: string; name: string; state?: string }

/** How one kind of record is named and found; rooms export one, `app` gathers them. */
export type SubjectReader = {
  kind: string
  /** who may see records of this kind, `room:verb` */
  permission: string
  /** the named ones of these ids that exist in this organization */
  read(tx: Transaction, org: OrganizationId, ids: readonly string[]): Promise<Subject[]>
  /** where one may see one's own records with less: who may, and which of these ids are that person's */
  own?: {
    permission: string
    read(tx: Transaction, org: OrganizationId, ids: readonly string[], person: string): Promise<Subject[]>
  }
  /** best matches first, at most `limit` */
  search?(tx: Transaction, org: OrganizationId, words: string, limit: number): Promise<Subject[]>
}

export type NamedSubject = Subject & { ref: string; kind: string }

/** Where one looks: the transaction, the organization, and what the looker may see. */
export type Looking = { tx: Transaction; org: OrganizationId; grants: Grants }

export type Subjects = {
  /** names of these references; those that do not exist here or may not be seen are left out */
  read(at: Looking, refs: readonly string[]): Promise<NamedSubject[]>
  search(at: Looking, words: string, limit: number): Promise<NamedSubject[]>
  /** which of these references name nothing that exists here and may be seen */
  missing(at: Looking, refs: readonly string[]): Promise<string[]>
  /** who may see records of this kind, `room:verb`; undefined where no room has such records */
  permissionOf(kind: string): string | undefined
  /** the kinds of record that one may see */
  kindsSeen(grants: Grants): string[]
}

/** Gathers the readers of all rooms into one. */
export function gatherSubjects(readers: readonly SubjectReader[]): Subjects {
  const named = (kind: string) => (subject: Subject) => ({ ...subject, kind, ref: `${kind}:${subject.id}` })
  const seen = ({ grants }: Looking) => readers.filter(({ permission }) => grants.has(permission))
  const subjects: Subjects = {
    async read(at, refs) {
      const found: NamedSubject[] = []
      for (const reader of readers) {
        const ids = idsOf(reader.kind, refs)
        if (ids.length > 0) found.push(...(await readSeen(reader, at, ids)).map(named(reader.kind)))
      }
      return found
    },
    async search(at, words, limit) {
      const found: NamedSubject[] = []
      for (const { kind, search } of seen(at)) {
        if (search) found.push(...(await search(at.tx, at.org, words, limit)).map(named(kind)))
      }
      return found
    },
    async missing(at, refs) {
      const known = new Set((await subjects.read(at, refs)).map(({ ref }) => ref))
      return refs.filter((ref) => !known.has(ref))
    },
    permissionOf: (kind) => readers.find((reader) => reader.kind === kind)?.permission,
    kindsSeen: (grants) => readers.filter(({ permission }) => grants.has(permission)).map(({ kind }) => kind),
  }
  return subjects
}

async function readSeen(
  { permission, read, own }: SubjectReader,
  { tx, org, grants }: Looking,
  ids: readonly string[],
): Promise<Subject[]> {
  if (grants.has(permission)) return await read(tx, org, ids)
  if (!own || !grants.person || !grants.has(own.permission)) return []
  return await own.read(tx, org, ids, grants.person)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// Requirements are named by framework and number; every other kind by a uuid, and what is none names nothing.
function idsOf(kind: string, refs: readonly string[]): string[] {
  const ids = refs.filter((ref) => ref.startsWith(`${kind}:`)).map((ref) => ref.slice(kind.length + 1))
  return kind === 'requirement' ? ids : ids.filter((id) => uuid.test(id))
}
