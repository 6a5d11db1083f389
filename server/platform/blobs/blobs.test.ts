import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Blobs, openBlobs } from './blobs.ts'

let folder: string
let blobs: Blobs

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-blobs-'))
  blobs = openBlobs({ folder, limit: 1_000_000 })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const pdf = '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const docx = (main: string) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/${main}.main+xml"/></Types>`,
    ),
    'word/document.xml': strToU8('<w:document/>'),
  })
const word = docx('vnd.openxmlformats-officedocument.wordprocessingml.document')
const macros = docx('vnd.ms-word.document.macroEnabled')

function store(name: string, content: string | Uint8Array) {
  return blobs.store(Readable.from([Buffer.from(content)]), { name })
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

describe('a stored file', () => {
  it('is named by the hash of its content, kept once and read as it was', async () => {
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    for (const name of ['policy.pdf', 'the same again.pdf']) {
      expect(await store(name, pdf)).toEqual({
        ok: true,
        value: { sha256, size: Buffer.byteLength(pdf), type: 'application/pdf', name },
      })
    }
    expect(filesIn(folder)).toEqual([sha256])
    expect(await text(blobs.read(sha256))).toBe(pdf)
  })

  it.each<[string, string | Uint8Array, string]>([
    ['a.pdf', pdf, 'application/pdf'],
    ['renamed.txt', pdf, 'application/pdf'],
    ['a.png', png, 'image/png'],
    ['a.docx', word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.zip', zipSync({ 'a.txt': strToU8('a') }), 'application/zip'],
    ['a.txt', 'Protokoll vom Montag', 'text/plain'],
    ['a.CSV', 'name;owner\nScreener;Olive', 'text/csv'],
    ['latin.csv', Buffer.from('name;größe\n', 'latin1'), 'text/csv'],
    ['a.md', '# Policy', 'text/markdown'],
    ['a.json', '{"a": 1}', 'application/json'],
    ['a.yaml', 'a: 1', 'application/yaml'],
  ])('%s is recognized as what it is', async (name, content, type) => {
    expect(await store(name, content)).toMatchObject({ ok: true, value: { type } })
  })

  it.each<[string, string | Uint8Array, string]>([
    ['empty.txt', '', 'empty'],
    ['page.html', '<!doctype html><script>alert(1)</script>', 'page-refused'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'page-refused'],
    ['feed.xml', '<?xml version="1.0"?><a/>', 'page-refused'],
    ['macros.docm', macros, 'macros-refused'],
    ['program.exe', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 'type-refused'],
    ['program.pdf', Buffer.from('\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00', 'latin1'), 'type-refused'],
    ['binary.txt', Buffer.from([1, 2, 3, 0]), 'type-refused'],
    ['script.js', 'alert(1)', 'type-refused'],
    ['no-ending', 'just words', 'type-refused'],
    ['large.txt', 'x'.repeat(1_000_001), 'too-large'],
  ])('%s is refused and leaves nothing', async (name, content, kind) => {
    expect(await store(name, content)).toMatchObject({ ok: false, error: { kind } })
    expect(filesIn(folder)).toEqual([])
  })

  it('of exactly the limit is taken', async () => {
    expect(await store('large.txt', 'x'.repeat(1_000_000))).toMatchObject({ ok: true, value: { size: 1_000_000 } })
  })

  it('leaves nothing when the sender breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half of it')
        await Promise.resolve()
        throw new Error('the line is dead')
      })(),
    )
    await expect(blobs.store(broken, { name: 'a.txt' })).rejects.toThrow('the line is dead')
    expect(filesIn(folder)).toEqual([])
  })

  // A device that is always full stands for the disk: the refusal comes from the system itself.
  it.runIf(existsSync('/dev/full'))('is refused in words when the disk is full', async () => {
    blobs = openBlobs({ folder, limit: 1_000_000, openNew: () => open('/dev/full', 'w') })
    expect(await store('a.txt', 'words')).toEqual({ ok: false, error: { kind: 'disk-full' } })
    expect(filesIn(folder)).toEqual([])
  })
})

describe('the sweep', () => {
  it('removes what interrupted uploads left and what nobody keeps, but nothing that is young', async () => {
    const hashes = []
    for (const words of ['kept', 'abandoned', 'young']) {
      const stored = await store('a.txt', words)
      hashes.push(stored.ok ? stored.value.sha256 : '')
    }
    const [kept = '', abandoned = '', young = ''] = hashes
    const longAgo = new Date(Date.now() - 2 * 86_400_000)
    const age = (name: string) => utimesSync(join(folder, name), longAgo, longAgo)
    for (const sha256 of [kept, abandoned]) age(join(sha256.slice(0, 2), sha256.slice(2, 4), sha256))
    writeFileSync(join(folder, 'incoming', 'interrupted'), 'half')
    age(join('incoming', 'interrupted'))
    writeFileSync(join(folder, 'incoming', 'going on'), 'half')
    expect(await blobs.sweep((sha256) => Promise.resolve(sha256 === kept))).toEqual({ removed: 2 })
    expect(filesIn(folder).toSorted()).toEqual([kept, young, 'going on'].toSorted())
  })
})
