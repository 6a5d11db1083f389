import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** That the guard around every test (test/no-outside.mjs) would see a server that asks for another host. */
describe('a process of the tests', () => {
  let folder: string
  let attempts: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-outside-'))
    attempts = join(folder, 'attempts')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (code: string) => {
    writeFileSync(attempts, '')
    const guard = new URL(`../../test/no-outside.mjs?attempts=${encodeURIComponent(attempts)}`, import.meta.url)
    const { stdout } = spawnSync(process.execPath, [`--import=${guard.href}`, '--input-type=module', '-e', code], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    })
    return { stdout: stdout.trim(), attempted: readFileSync(attempts, 'utf8').split('\n')[0] }
  }

  test.each([
    ['fetch', `await fetch('https://telemetry.example/v1').catch(() => console.log('went on'))`],
    [
      'a socket',
      `import net from 'node:net'; try { net.connect(443, 'telemetry.example') } catch { console.log('went on') }`,
    ],
    [
      'a look-up',
      `import dns from 'node:dns'; try { dns.resolve4('telemetry.example', () => 0) } catch { console.log('went on') }`,
    ],
    [
      'a promise',
      `import { lookup } from 'node:dns/promises'; try { await lookup('telemetry.example') } catch { console.log('went on') }`,
    ],
  ])('cannot reach another host with %s, and whoever swallows the error is still found out', (_name, code) => {
    expect(run(code)).toEqual({ stdout: 'went on', attempted: 'telemetry.example' })
  })

  test('reaches this machine', () => {
    const code = `import net from 'node:net'
      const server = net.createServer((socket) => socket.end('here')).listen(0, '127.0.0.1', () =>
        net.connect(server.address().port, 'localhost').on('data', (data) => { console.log(String(data)); server.close() }))`
    expect(run(code)).toEqual({ stdout: 'here', attempted: '' })
  })
})
