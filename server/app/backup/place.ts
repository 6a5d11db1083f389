import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openNote, parseCheckpoint } from '@assay/ledger'
import { parseOrigin } from '#platform/log/index.ts'
import { openSecrets, type Secrets } from '#platform/secrets.ts'
import { masterKeyName } from './backup.ts'
import { BackupRefusal, type Header } from './contents.ts'
import { noted, type Noted } from './read-file.ts'
import type { TarFile } from './tar.ts'

/**
 * Sees to it that the master key here is the backup's. The one that travelled with the backup is put in place where there
 * is none; any other one could open neither the signing keys nor anybody's second factor.
 */
export function placeMasterKey(
  { masterKey, masterKeyFile }: { masterKey: string | undefined; masterKeyFile: string },
  header: Header,
  travelled: string | undefined,
): Secrets {
  const has = masterKey !== undefined || existsSync(masterKeyFile)
  if (!has && travelled === undefined) {
    throw new BackupRefusal(
      `The backup does not hold the master key that it was made under. Put that key into ${masterKeyFile} or into ASSAY_MASTER_KEY, then restore again.`,
    )
  }
  if (!has && travelled !== undefined) {
    mkdirSync(dirname(masterKeyFile), { recursive: true, mode: 0o700 })
    writeFileSync(masterKeyFile, `${travelled}\n`, { mode: 0o600, flag: 'wx', flush: true })
  }
  const secrets = openSecrets({ masterKey, masterKeyFile })
  if (masterKeyName(secrets) === header.masterKey) return secrets
  throw new BackupRefusal(
    `The backup was made under another master key than the one in ${masterKey === undefined ? masterKeyFile : 'ASSAY_MASTER_KEY'}. Put the right one there, then restore again.`,
  )
}

/** A file of an organization goes to its place, under the hash that it is named by. */
export async function placeBlob(folder: string, file: TarFile, seen: Noted[]): Promise<void> {
  const sha256 = basename(file.name)
  const place = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const { content, done } = noted(file)
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  const draft = `${place}.draft`
  try {
    await pipeline(content, createWriteStream(draft, { mode: 0o600, flush: true }))
    const found = done()
    if (found.sha256 !== sha256)
      throw new BackupRefusal(`The backup is damaged: ${file.name} does not have its hash. Nothing was restored.`)
    renameSync(draft, place)
    seen.push(found)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Checkpoints are kept beside those that are here already; the one that covers more stays. */
export function placeCheckpoints(folder: string, checkpoints: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const [path, text] of checkpoints) {
    const place = join(folder, basename(path))
    if (existsSync(place) && sizeOf(readFileSync(place, 'utf8')) >= sizeOf(text)) continue
    if (!parseOrigin(decodeURIComponent(basename(path, '.txt')))) continue
    writeFileSync(place, text, { mode: 0o600, flush: true })
  }
}

/** How many entries a kept checkpoint covers; a damaged one counts as the newest, so that nobody writes over it. */
function sizeOf(text: string): number {
  const end = text.indexOf('\n\n')
  try {
    return parseCheckpoint(openNote(text.slice(end + 2), [text.slice(0, end)]).text).size
  } catch {
    return Number.MAX_SAFE_INTEGER
  }
}
