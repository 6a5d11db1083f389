import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseOrigin } from './origin.ts'

/** The last signed checkpoint of an organization's log as it is kept outside of the database, and the key that signed it. */
export type OutsideCheckpoint = { origin: string; epoch: number; note: string; verifierKey: string }

export type OutsideCheckpoints = {
  /** the one of the newest epoch, if there is any */
  newest(org: string): OutsideCheckpoint | undefined
  /** returns when it is on the disk */
  keep(checkpoint: OutsideCheckpoint): Promise<void>
}

const ending = '.txt'

/** Reads the folder once; afterwards it is written by the sealer alone. */
export function openOutsideCheckpoints(folder: string): OutsideCheckpoints {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const newest = new Map<string, OutsideCheckpoint>()
  for (const found of readOutsideCheckpoints(folder)) remember(newest, found)
  return {
    newest: (org) => newest.get(org),
    async keep(checkpoint) {
      await writeDurably(folder, fileName(checkpoint.origin), formatFile(checkpoint))
      remember(newest, checkpoint)
    },
  }
}

/** Files whose names are no origin are somebody else's; a damaged one of ours is given as it is, to be found false. */
export function readOutsideCheckpoints(folder: string): OutsideCheckpoint[] {
  const found: OutsideCheckpoint[] = []
  for (const name of readdirSync(folder).filter((it) => it.endsWith(ending))) {
    const origin = decodeURIComponent(name.slice(0, -ending.length))
    const epoch = parseOrigin(origin)?.epoch
    if (epoch === undefined) continue
    const text = readFileSync(join(folder, name), 'utf8')
    const end = text.indexOf('\n\n')
    found.push({ origin, epoch, verifierKey: text.slice(0, Math.max(end, 0)), note: text.slice(end + 2) })
  }
  return found
}

/** An origin as one file name. */
export function fileName(origin: string): string {
  return `${encodeURIComponent(origin)}${ending}`
}

/** The note as it is, so that a person can print it, and before it the key, which a note does not carry. */
export function formatFile({ note, verifierKey }: Pick<OutsideCheckpoint, 'note' | 'verifierKey'>): string {
  return `${verifierKey}\n\n${note}`
}

function remember(newest: Map<string, OutsideCheckpoint>, found: OutsideCheckpoint): void {
  const org = parseOrigin(found.origin)?.org
  if (!org) throw new Error(`${found.origin} is no origin of ours`)
  const known = newest.get(org)
  if (!known || known.epoch <= found.epoch) newest.set(org, found)
}

async function writeDurably(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `${name}.draft`)
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, join(folder, name))
  const held = await open(folder, 'r')
  await held.sync().finally(() => held.close())
}
