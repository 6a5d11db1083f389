import { resolve } from 'node:path'
import type { Io } from '../command.ts'
import type { Scan } from './model.ts'
import { printScan } from './print.ts'
import { type PushTarget, pushScan, pushTarget } from './push.ts'
import { type ScanOptions, scanTree } from './scan.ts'

export type ScanRequest = ScanOptions & { folder: string | undefined; json: boolean; push: string | undefined }

/**
 * Scans, prints and, where asked, sends.
 * @returns the exit code: 0 scanned, 1 scanned but for files that could not be read or a scan that was not taken, 2 refused
 */
export async function runScan({ folder, json, push, ...options }: ScanRequest, io: Io): Promise<number> {
  if (folder === undefined) return refused('Name the folder to scan, such as "assay scan ." for this one.', json, io)
  const target = push === undefined ? undefined : pushTarget(push, io.env['ASSAY_TOKEN'])
  if (target && !target.ok) return refused(target.error.message, json, io)
  const scan = await scanTree(resolve(io.cwd, folder), options)
  if (!scan.ok) return refused(scan.error.message, json, io)

  io.out(json ? `${JSON.stringify(scan.value, null, 2)}\n` : printScan(scan.value))
  const pushed = target === undefined || (await send(scan.value, target.value, io))
  if (scan.value.problems.length > 0) io.err(notWhole(scan.value, json))
  return pushed && scan.value.problems.length === 0 ? 0 : 1
}

/** The table has named the paths already; whoever takes the JSON from standard output still reads them here. */
function notWhole({ problems }: Scan, json: boolean): string {
  const paths = problems.map(({ path, message }) => `\n  ${path} ${message}`).join('')
  return `assay scan: the scan is not whole, ${problems.length} could not be read${json ? `:${paths}` : ''}\n`
}

async function send(scan: Scan, target: PushTarget, io: Io): Promise<boolean> {
  const pushed = await pushScan(scan, target)
  if (pushed.ok) io.err(`Sent. Accept, merge or dismiss the findings at ${pushed.value}\n`)
  else io.err(`assay scan: ${pushed.error.message}\n`)
  return pushed.ok
}

function refused(message: string, json: boolean, io: Io): number {
  io.err(json ? `${JSON.stringify({ problems: [{ path: '', message }] })}\n` : `assay scan: ${message}\n`)
  return 2
}
