import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import scan from '../commands/scan.ts'

let root: string
let server: Server | undefined
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-scan-run-'))
  writeFileSync(join(root, 'package.json'), '{"name": "desk", "dependencies": {"openai": "^4.0.0"}}\n')
  writeFileSync(join(root, 'a.js'), "import OpenAI from 'openai'\n")
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
  server?.close()
  server = undefined
})

async function run(argv: string[], env: Record<string, string> = {}) {
  const printed = { out: '', err: '' }
  const code = await scan.run(argv, {
    out: (more) => void (printed.out += more),
    err: (more) => void (printed.err += more),
    stdin: Readable.from([]),
    cwd: root,
    env,
  })
  return { code, ...printed }
}

type Taken = { url: string | undefined; headers: IncomingMessage['headers']; body: unknown }

/** A server that answers every request alike and keeps what it was sent. */
async function listening(status: number, answer: unknown): Promise<{ url: string; taken: Taken[] }> {
  const taken: Taken[] = []
  const started = createServer((request, response) => {
    void text(request).then((body) => {
      taken.push({ url: request.url, headers: request.headers, body: JSON.parse(body) })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  server = started
  await new Promise<void>((ready) => started.listen(0, '127.0.0.1', ready))
  const address = started.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, taken }
}

test('prints a table for each candidate system and ends with 0', async () => {
  const { code, out, err } = await run(['.'])
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(out).toContain('desk (.), 2 findings')
  expect(out).toMatch(/sdk +openai +OpenAI +a\.js:1 +high +import OpenAI from 'openai'/)
})

test('prints the contract as JSON', async () => {
  const { code, out } = await run(['.', '--json'])
  const printed: unknown = JSON.parse(out)
  const finding = { kind: 'sdk', vendor: 'OpenAI', name: 'openai', file: 'a.js', line: 1, confidence: 'high' }
  expect(code).toBe(0)
  expect(printed).toMatchObject({
    files: 2,
    findings: [finding, { kind: 'manifest' }],
    systems: [{ name: 'desk', root: '.' }],
  })
})

test('ends with 1 and names what could not be read', async () => {
  writeFileSync(join(root, 'package.json'), '{')
  const { code, out, err } = await run(['.', '--json'])
  expect(code).toBe(1)
  expect(err).toContain('package.json is not valid JSON')
  expect(JSON.parse(out)).toMatchObject({ problems: [{ path: 'package.json', message: 'is not valid JSON' }] })
})

test.each([
  ['no folder', [], 'Name the folder to scan'],
  ['a missing folder', ['nowhere'], 'Check the path'],
  ['a file', ['a.js'], 'Name the folder that holds it'],
  ['two folders', ['.', '.'], 'one folder at a time'],
  ['a size that is none', ['.', '--max-bytes', 'many'], 'takes a whole number above 0'],
])('refuses %s with 2 and says what to do', async (_, argv, words) => {
  const { code, out, err } = await run(argv)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(words)
})

test('--push sends the same JSON with the key and an Idempotency-Key, and prints the link', async () => {
  const { url, taken } = await listening(201, { id: 'scan-7' })
  const { code, out, err } = await run(['.', '--json', '--push', url], { ASSAY_TOKEN: 'a-key' })
  expect(code).toBe(0)
  expect(err).toContain(`${url}/discovery`)
  expect(taken).toHaveLength(1)
  expect(taken[0]?.url).toBe('/api/v1/discovery/scans')
  expect(taken[0]?.headers.authorization).toBe('Bearer a-key')
  expect(taken[0]?.headers['idempotency-key']).toMatch(/^scan-[0-9a-f]{64}$/)
  expect(taken[0]?.body).toEqual(JSON.parse(out))
})

test('a refused scan is printed with the reason that the server gives, and ends with 1', async () => {
  const detail = 'This key may not write to discovery. Give it the permission discovery:write.'
  const { url } = await listening(403, { title: 'Forbidden', status: 403, detail })
  const { code, err } = await run(['.', '--push', url], { ASSAY_TOKEN: 'a-key' })
  expect(code).toBe(1)
  expect(err).toContain(detail)
})

test.each([
  ['without a key', 'http://127.0.0.1:9', {}, 'Set ASSAY_TOKEN'],
  ['to something that is no address', 'assay.example', { ASSAY_TOKEN: 'x' }, 'is no http or https address'],
])('a push %s is refused with 2 before anything is read', async (_, url, env, words) => {
  const { code, out, err } = await run(['.', '--push', url], env)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(words)
})

test('a server that does not answer is named, and the scan still printed', async () => {
  const { code, out, err } = await run(['.', '--push', 'http://127.0.0.1:9'], { ASSAY_TOKEN: 'x' })
  expect(code).toBe(1)
  expect(out).toContain('desk (.), 2 findings')
  expect(err).toContain('http://127.0.0.1:9 did not answer')
})
