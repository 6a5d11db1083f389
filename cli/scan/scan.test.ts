import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Scan } from './model.ts'
import { type ScanOptions, scanTree } from './scan.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-scan-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

async function scanned(options: ScanOptions = {}, folder = root): Promise<Scan> {
  const scan = await scanTree(folder, options)
  if (!scan.ok) throw new Error(scan.error.message)
  return scan.value
}

/** The superuser may read everything: what may not be read is only seen as somebody else. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return await work()
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

const usesOpenai = "import OpenAI from 'openai'\n"

describe('what is read', () => {
  test('leaves installed and built folders out, says which, and reads them when asked', async () => {
    for (const folder of ['node_modules/openai', 'dist', 'venv/lib', '.git/hooks']) put(`${folder}/a.js`, usesOpenai)
    const plain = await scanned()
    expect(plain.findings).toEqual([])
    expect(plain.files).toBe(0)
    expect(plain.skipped).toEqual([
      { path: '.git', reason: 'version-control' },
      { path: 'dist', reason: 'vendored' },
      { path: 'node_modules', reason: 'vendored' },
      { path: 'venv', reason: 'vendored' },
    ])
    const all = await scanned({ includeVendored: true })
    expect(all.findings.map(({ file }) => file)).toEqual(['dist/a.js', 'node_modules/openai/a.js', 'venv/lib/a.js'])
    expect(all.skipped).toEqual([{ path: '.git', reason: 'version-control' }])
  })

  test('reads a folder that is named on the command line whatever it is called', async () => {
    put('dist/a.js', usesOpenai)
    expect((await scanned({}, join(root, 'dist'))).findings).toHaveLength(1)
  })

  test('leaves out what --exclude names, by path or by name', async () => {
    for (const path of ['a/x.js', 'b/x.js', 'b/deep/samples/x.js', 'c.js']) put(path, usesOpenai)
    const { findings, skipped } = await scanned({ exclude: ['./a/', 'samples', 'c.js'] })
    expect(findings.map(({ file }) => file)).toEqual(['b/x.js'])
    expect(skipped.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'a excluded',
      'b/deep/samples excluded',
      'c.js excluded',
    ])
  })

  test('names symbolic links and follows none, neither in a circle nor out of the folder', async () => {
    put('src/a.js', 'export {}\n')
    symlinkSync('..', join(root, 'src/loop'))
    symlinkSync(dirname(fileURLToPath(import.meta.url)), join(root, 'outside'))
    symlinkSync('/etc/hostname', join(root, 'host.py'))
    const { files, skipped, problems } = await scanned()
    expect(files).toBe(1)
    expect(skipped.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'host.py symbolic-link',
      'outside symbolic-link',
      'src/loop symbolic-link',
    ])
    expect(problems).toEqual([])
  })

  test('does not wait on a pipe that is called like a source file', async () => {
    execFileSync('mkfifo', [join(root, 'pipe.py')])
    expect((await scanned()).skipped).toEqual([{ path: 'pipe.py', reason: 'special-file' }])
  })

  test('names a text above the limit instead of passing over it', async () => {
    put('big.js', usesOpenai.repeat(100))
    const { notRead, findings } = await scanned({ maxTextBytes: 1_000 })
    expect(notRead).toEqual([{ file: 'big.js', reason: 'too-large', bytes: usesOpenai.length * 100 }])
    expect(findings).toEqual([])
    expect((await scanned()).findings).toHaveLength(1)
  })

  test('judges a model file of any size by its head', async () => {
    put('big.gguf', Buffer.concat([Buffer.from('GGUF\u0003\0\0\0'), Buffer.alloc(6_000_000)]))
    const { findings, bytes } = await scanned()
    expect(findings).toMatchObject([{ kind: 'model-file', name: 'big.gguf', evidence: 'GGUF header, 6.0 MB' }])
    expect(bytes).toBe(65_536)
  })
})

describe('what goes wrong', () => {
  test.each([
    ['a manifest that is no JSON', 'package.json', '{ "dependencies": ', 'is not valid JSON'],
    ['a notebook that is none', 'a.ipynb', '{"cells": "import openai"', 'is not a notebook: not valid JSON with cells'],
  ])('reports %s and goes on', async (_, path, text, message) => {
    put(path, text)
    put('src/a.js', usesOpenai)
    const { problems, findings } = await scanned()
    expect(problems).toEqual([{ path, message }])
    expect(findings).toHaveLength(1)
  })

  test('reports a file whose name cannot be read', async () => {
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.py')]),
      'import openai\n',
    )
    const { problems } = await scanned()
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain('its name is not valid UTF-8')
  })

  test('reports files and folders that may not be read', async () => {
    put('closed/a.py', 'import openai\n')
    put('b.py', 'import openai\n')
    chmodSync(join(root, 'closed'), 0)
    chmodSync(join(root, 'b.py'), 0)
    chmodSync(root, 0o755)
    expect((await asNobody(scanned)).problems).toEqual([
      { path: 'b.py', message: 'could not be read: permission denied' },
      { path: 'closed', message: 'could not be listed: permission denied' },
    ])
    chmodSync(join(root, 'closed'), 0o700)
  })

  test.each([
    ['a folder that is not there', 'missing', 'not-found'],
    ['a file', 'a.txt', 'not-a-folder'],
  ])('refuses %s', async (_, path, kind) => {
    put('a.txt', 'text')
    const scan = await scanTree(join(root, path))
    expect(scan.ok ? undefined : scan.error.kind).toBe(kind)
  })
})

describe('what is said', () => {
  test('the same tree gives the same answer', async () => {
    for (let file = 0; file < 60; file++) put(`p${file % 7}/f${file}.py`, `import openai\nimport anthropic, torch\n`)
    for (let folder = 0; folder < 7; folder++) put(`p${folder}/requirements.txt`, 'openai\ntorch\n')
    const [first, second] = [await scanned(), await scanned()]
    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 })
    expect(first.findings).toHaveLength(194)
    expect(first.systems.map(({ root: folder }) => folder)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'])
  })

  test('tells no path outside of the scanned folder', async () => {
    put('a.js', usesOpenai)
    const scan = await scanned()
    expect(JSON.stringify(scan)).not.toContain(dirname(root))
    expect(scan.systems[0]?.name).toBe(scan.scanned)
  })

  test('an installed package tree without AI in it gives nothing', async () => {
    const installed = new URL('../../node_modules/@mantine', import.meta.url).pathname
    const scan = await scanned({ includeVendored: true }, installed)
    expect(scan.files).toBeGreaterThan(2_000)
    expect(scan.findings).toEqual([])
    expect(scan.problems).toEqual([])
  }, 60_000)
})
