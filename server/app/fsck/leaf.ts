import { canonicalJson, leafHash, rootOf, sameBytes, toHex } from '@assay/ledger'
import { z } from 'zod'
import type { Tell } from './finding.ts'

const Leaf = z.strictObject({
  actor: z.string(),
  facts: z.array(z.strictObject({ subject: z.string(), type: z.string() })).min(1),
  organization: z.string(),
  recordedAt: z.string(),
  rows: z.number().int(),
  rowsRoot: z.string(),
  seq: z.number().int(),
})

/** One entry as the database has it, with the facts and rows that stand under its number. */
export type StoredEntry = {
  seq: number
  recordedAt: string
  actor: string
  leaf: string
  leafHash: Uint8Array
  facts: { position: number; type: string; subject: string }[]
  rows: { table: string; id: string; operation: string; digest: string | null }[]
}

/** Holds everything that stands under an entry's number against its leaf, and the leaf against its hash. */
export function checkEntry(org: string, entry: StoredEntry, tell: Tell): void {
  const { seq } = entry
  const wrong = (words: string) => tell({ what: 'entry', table: 'entries', row: null, seq, words })
  if (!sameBytes(leafHash(Buffer.from(entry.leaf)), entry.leafHash))
    wrong('The leaf does not have the hash that stands beside it.')
  const leaf = parseLeaf(entry.leaf)
  if (!leaf) return wrong('The leaf is not the canonical JSON of an entry.')
  if (leaf.seq !== seq) wrong(`The leaf says that it is entry ${leaf.seq}.`)
  if (leaf.organization !== org) wrong('The leaf belongs to another organization.')
  if (leaf.actor !== entry.actor) wrong('The actor is not the one in the leaf.')
  if (leaf.recordedAt !== entry.recordedAt) wrong('The instant is not the one in the leaf.')
  checkFacts(leaf, entry, tell)
  checkRows(leaf, entry, tell)
}

function parseLeaf(text: string): z.infer<typeof Leaf> | undefined {
  try {
    const parsed = Leaf.safeParse(JSON.parse(text))
    const canonical = parsed.success && Buffer.from(canonicalJson(parsed.data)).toString() === text
    return canonical ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function checkFacts(leaf: z.infer<typeof Leaf>, { seq, facts }: StoredEntry, tell: Tell): void {
  const wrong = (words: string) => tell({ what: 'fact', table: 'facts', row: null, seq, words })
  if (facts.length !== leaf.facts.length) {
    wrong(`The entry states ${leaf.facts.length} facts, and ${facts.length} are there.`)
  }
  for (const [at, { position, type, subject }] of facts.entries()) {
    const stated = leaf.facts[position]
    if (position !== at && facts.length === leaf.facts.length)
      wrong(`A fact stands at place ${position} instead of ${at}.`)
    if (!stated) wrong(`There is a fact at place ${position}, which the entry does not state.`)
    else if (stated.type !== type || stated.subject !== subject)
      wrong(`Fact ${position} is not the one that the entry states.`)
  }
}

function checkRows(leaf: z.infer<typeof Leaf>, { seq, rows }: StoredEntry, tell: Tell): void {
  const wrong = (words: string) => tell({ what: 'entry-row', table: 'entry_rows', row: null, seq, words })
  if (rows.length !== leaf.rows) wrong(`The entry changed ${leaf.rows} rows, and ${rows.length} are listed.`)
  const leaves = rows.map(({ table, id, operation, digest }) =>
    leafHash(canonicalJson({ table, id, operation, digest })),
  )
  if (toHex(rootOf(leaves)) !== leaf.rowsRoot) wrong('The list of changed rows is not the one that the entry binds.')
}
