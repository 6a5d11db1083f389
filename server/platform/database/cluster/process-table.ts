import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * When the process began, as text that is only good for comparing; null when it is gone. With it a process id that the
 * system gave to another program is not taken for ours. A zombie counts as gone: nobody may ever collect it.
 */
export function bornAt(pid: number): string | null {
  return process.platform === 'linux' ? bornAtFromProc(pid) : bornAtFromPs(pid)
}

export function isAlive(pid: number): boolean {
  return bornAt(pid) !== null
}

/** The command line, or the title that the process has given itself; null when it is gone. */
export function commandOf(pid: number): string | null {
  if (process.platform !== 'linux') return ps(['-o', 'command=', '-p', String(pid)])?.trim() || null
  return readProc(pid, 'cmdline')?.replaceAll('\0', ' ').trim() || null
}

/** The PostgreSQL processes whose command line or title names `tag` (their cluster_name). */
export function postgresProcesses(tag: string): number[] {
  return processIds().filter((pid) => {
    const command = commandOf(pid)
    return command !== null && command.includes(tag) && /^(\S*\/)?postgres[: ]/.test(command) && isAlive(pid)
  })
}

/** Sends the signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function processIds(): number[] {
  const names =
    process.platform === 'linux'
      ? readdirSync('/proc')
      : (ps(['-axo', 'pid=']) ?? '').split('\n').map((it) => it.trim())
  return names.filter((name) => /^\d+$/.test(name)).map(Number)
}

function bornAtFromProc(pid: number): string | null {
  const stat = readProc(pid, 'stat')
  if (!stat) return null
  // The name in parentheses may hold spaces and parentheses; the state and the 19 numbers up to the start follow it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${boot} ${fields[19]}`
}

function bornAtFromPs(pid: number): string | null {
  const line = ps(['-o', 'stat=,lstart=', '-p', String(pid)])?.trim()
  if (!line || line.startsWith('Z')) return null
  return line.slice(line.indexOf(' ')).trim()
}

function readProc(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return null
  }
}

function ps(args: string[]): string | null {
  try {
    return execFileSync('ps', ['-ww', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C' },
    })
  } catch {
    return null
  }
}
