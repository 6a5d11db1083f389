import { LedgerError } from '@assay/ledger'

/** Why a log is not sealed, in words for who runs the house. Nothing is signed until it is mended. */
export class SealingAlarm extends Error {
  override name = 'SealingAlarm'
}

/** The words of what stands against sealing one log; null where the database is away, which mends itself. */
export function alarmWords(cause: unknown): string | null {
  if (cause instanceof SealingAlarm) return cause.message
  if (cause instanceof LedgerError) return `The log cannot be read: ${cause.message} Run assay fsck.`
  if (cause instanceof Error && 'code' in cause && 'syscall' in cause && 'path' in cause) {
    return `The checkpoint cannot be kept outside of the database (${String(cause.code)} at ${String(cause.path)}). Make room, or mend the folder.`
  }
  return null
}
