import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from './database/transaction.ts'

/** A record by name, as lists of links and search results show it. */
export type Subject = { id: string; name: string; state?: string }

/** How one kind of record is named and found; rooms export one, `app` gathers them. */
export type SubjectReader = {
  kind: string
  /** the named ones of these ids that exist in this organization */
  read(tx: Transaction, org: OrganizationId, ids: readonly string[]): Promise<Subject[]>
  /** best matches first, at most `limit` */
  search?(tx: Transaction, org: OrganizationId, words: string, limit: number): Promise<Subject[]>
}

export type Subjects = {
  /** names of these references; those that do not exist here are left out */
  read(
    tx: Transaction,
    org: OrganizationId,
    refs: readonly string[],
  ): Promise<(Subject & { ref: string; kind: string })[]>
  search(
    tx: Transaction,
    org: OrganizationId,
    words: string,
    limit: number,
  ): Promise<(Subject & { ref: string; kind: string })[]>
}

/** Gathers the readers of all rooms into one. */
export function gatherSubjects(readers: readonly SubjectReader[]): Subjects {
  const named = (kind: string) => (subject: Subject) => ({ ...subject, kind, ref: `${kind}:${subject.id}` })
  return {
    async read(tx, org, refs) {
      const found = []
      for (const { kind, read } of readers) {
        const ids = refs.filter((ref) => ref.startsWith(`${kind}:`)).map((ref) => ref.slice(kind.length + 1))
        if (ids.length > 0) found.push(...(await read(tx, org, ids)).map(named(kind)))
      }
      return found
    },
    async search(tx, org, words, limit) {
      const found = []
      for (const { kind, search } of readers) {
        if (search) found.push(...(await search(tx, org, words, limit)).map(named(kind)))
      }
      return found
    },
  }
}
