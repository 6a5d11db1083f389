import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { ClusterRefusal } from './refusal.ts'

/** The operating system's user that PostgreSQL runs as. */
export type OperatingUser = { name: string; uid: number; gid: number }

/**
 * Chooses who runs PostgreSQL, which refuses root: null for "ourselves", as an ordinary user. As root it is the owner of
 * the data folder where there is one, else `wanted`, else `postgres`, else `nobody`.
 */
export function chooseOperatingUser(data: string, wanted?: string): OperatingUser | null {
  if (!process.getuid) {
    throw new ClusterRefusal(
      'platform-unsupported',
      'The embedded database runs on Linux and macOS. Set DATABASE_URL to a PostgreSQL server (15 or newer) instead.',
    )
  }
  const owner = statSync(data, { throwIfNoEntry: false })?.uid ?? null
  if (process.getuid() !== 0) return owner === null || owner === process.getuid() ? null : refuseOther(data, owner)
  if (owner !== null && owner !== 0) return lookUp(String(owner)) ?? refuseUnknown(data, owner)
  const names = wanted ? [wanted] : ['postgres', 'nobody']
  for (const name of names) {
    const user = lookUp(name)
    if (user && user.uid !== 0) return user
  }
  throw new ClusterRefusal(
    'platform-unsupported',
    `PostgreSQL does not run as root and there is no user ${names.join(' or ')} to run it as. ` +
      'Start Assay as an ordinary user, or create a user named postgres.',
  )
}

/** Whether `user` can enter `folder`; asked of the system itself, since access lists and mounts decide it too. */
export function canEnter(user: OperatingUser | null, folder: string): boolean {
  const shell = spawnSync('/bin/sh', ['-c', 'cd "$1" 2>/dev/null', 'sh', folder], { ...identityOf(user), cwd: '/' })
  return shell.status === 0
}

/** The part of spawn's options that makes a child run as `user`. */
export function identityOf(user: OperatingUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

function lookUp(nameOrUid: string): OperatingUser | null {
  try {
    const ask = (flag: string) =>
      execFileSync('id', [flag, nameOrUid], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return { name: ask('-un'), uid: Number(ask('-u')), gid: Number(ask('-g')) }
  } catch {
    return null
  }
}

function refuseOther(data: string, uid: number): never {
  throw new ClusterRefusal(
    'directory-unfit',
    `${data} belongs to ${lookUp(String(uid))?.name ?? `the user id ${uid}`}. Start Assay as that user or as root, ` +
      'or choose another data directory.',
  )
}

function refuseUnknown(data: string, uid: number): never {
  throw new ClusterRefusal(
    'directory-unfit',
    `${data} belongs to the user id ${uid}, which this system does not know. ` +
      `Give it to an existing user: chown -R postgres ${data}`,
  )
}
