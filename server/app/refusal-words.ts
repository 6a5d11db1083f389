import { ConfigRefusal } from '#platform/config.ts'
import { ClusterRefusal } from '#platform/database/cluster/index.ts'
import { MigrationRefusal } from '#platform/database/migrate.ts'
import { BackupRefusal } from './backup/contents.ts'
import { PageRefusal } from './page/build.ts'
import { ResetRefusal } from './reset-password.ts'

/** The words of a refusal that whoever starts the house can act upon; null for a bug, which shows where it happened. */
export function refusalWords(cause: unknown, { bind, port }: { bind: string; port: number }): string | null {
  if (cause instanceof ConfigRefusal || cause instanceof ClusterRefusal) return cause.message
  if (cause instanceof MigrationRefusal || cause instanceof PageRefusal) return cause.message
  if (cause instanceof BackupRefusal || cause instanceof ResetRefusal) return cause.message
  if (!(cause instanceof Error)) return null
  if (cause.message.startsWith('The master key must be')) return cause.message
  if (!('code' in cause)) return null
  switch (cause.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${bind} is in use. Is Assay running already? Stop what uses it, or set ASSAY_PORT to another.`
    case 'EACCES':
      return 'syscall' in cause && cause.syscall === 'listen'
        ? `Port ${port} may not be used by this user. Set ASSAY_PORT to one above 1023.`
        : `${cause.message}. Give this user the right to it, or set ASSAY_DATA to a folder of its own.`
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${bind}. Set ASSAY_BIND to one of its own, or to 127.0.0.1.`
    case 'ENOSPC':
      return `The disk is full (${cause.message}). Make room, then start again.`
    default:
      return null
  }
}

/** The same for the command line's tools, which take no port. */
export function wordsOfRefusal(cause: unknown): string | null {
  return refusalWords(cause, { bind: '', port: 0 })
}
