import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { madePrivate } from './compiled-code.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-compiled-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const modeOf = (path: string) => statSync(path).mode & 0o777

/** Keeps compiled code in a process of its own, with a thread that imports a file of ours, and tells what came of it. */
function keptBy(cache: string): { kept: string | null; inThread: string | null } {
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...env } = process.env
  const script = `
    import { Worker } from 'node:worker_threads'
    import { keepCompiledCode } from ${JSON.stringify(fileURLToPath(new URL('compiled-code.ts', import.meta.url)))}
    const kept = keepCompiledCode(${JSON.stringify(cache)})
    const inside = "import { parentPort } from 'node:worker_threads'; import module from 'node:module'; parentPort.postMessage(module.getCompileCacheDir() ?? null)"
    const thread = new Worker(inside, { eval: true })
    thread.on('message', (inThread) => console.log(JSON.stringify({ kept, inThread })))`
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' })
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- written by the script above
  return JSON.parse(told) as { kept: string | null; inThread: string | null }
}

describe('compiled code', () => {
  test('is kept in a folder that its user alone may enter, by threads as well', () => {
    const cache = join(folder, 'house', 'cache')
    const { kept, inThread } = keptBy(cache)
    expect(kept).toBe(cache)
    expect(inThread?.startsWith(cache)).toBe(true)
    expect(modeOf(cache)).toBe(0o700)
    expect(readdirSync(cache)).not.toEqual([])
  })

  test('is not kept, and nothing fails, where the folder cannot be made', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(keptBy(join(file, 'cache'))).toEqual({ kept: null, inThread: null })
  })

  test('is not kept in a folder that others may write to', () => {
    const open = join(folder, 'open')
    mkdirSync(open)
    chmodSync(open, 0o777)
    expect(madePrivate(open)).toBe(false)
    expect(modeOf(open)).toBe(0o777)
  })

  test('is not kept behind a link, which somebody else may have put there', () => {
    const target = join(folder, 'target')
    mkdirSync(target, { mode: 0o700 })
    symlinkSync(target, join(folder, 'link'))
    expect(madePrivate(join(folder, 'link'))).toBe(false)
  })
})
