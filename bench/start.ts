import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Row } from './trial.ts'

const main = fileURLToPath(new URL('../server/app/main.ts', import.meta.url))

/** From the command to "ready", first and later, and what all processes hold in memory after half a minute of rest. */
export async function benchStart(): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'assay-bench-start-'))
  try {
    const first = await startOnce(data)
    await first.stop()
    const later = await startOnce(data)
    await new Promise((resolve) => setTimeout(resolve, 30_000))
    const memory = memoryOf(later.process.pid ?? 0)
    await later.stop()
    return [
      {
        name: 'start to ready, first',
        value: first.seconds,
        unit: 's',
        aim: '',
        note: 'makes the database; the page is built already',
      },
      { name: 'start to ready, later', value: later.seconds, unit: 's', aim: '< 3 s', note: '' },
      {
        name: 'idle memory of all processes',
        value: memory,
        unit: 'MB',
        aim: '< 500 MB',
        note: 'proportional set size; rival: 745 MB',
      },
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

type Started = { process: ChildProcess; seconds: number; stop(): Promise<void> }

async function startOnce(data: string): Promise<Started> {
  const port = 4900 + Math.floor(Math.random() * 900)
  const began = performance.now()
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      ASSAY_DATA: data,
      ASSAY_PORT: String(port),
      ASSAY_URL: `http://127.0.0.1:${port}`,
      ASSAY_LOG: 'error',
    },
    stdio: 'ignore',
  })
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`)
      .then(({ ok }) => ok)
      .catch(() => false)
    if (ready) break
    if (child.exitCode !== null) throw new Error(`Assay ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  const seconds = (performance.now() - began) / 1000
  const stop = async () => {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
  return { process: child, seconds, stop }
}

/** Memory of a process and all below it: shared pages count once, in shares (PSS). */
function memoryOf(pid: number): number {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const family = new Set([pid])
  for (let grown = true; grown; ) {
    const before = family.size
    for (const [child = 0, parent = 0] of table) if (family.has(parent)) family.add(child)
    grown = family.size > before
  }
  return [...family].reduce((sum, member) => sum + pssOf(member), 0) / 1024
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
