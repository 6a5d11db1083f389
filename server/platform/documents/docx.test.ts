import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { aGapReport, aNote } from './a-gap-report.ts'
import type { Block } from './document.ts'
import { renderDocx } from './docx.ts'

async function partsOf(document = aGapReport()) {
  const files = unzipSync(await renderDocx(document))
  return (name: string) => strFromU8(files[name] ?? new Uint8Array())
}

/** Text of the runs, with XML escapes undone. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map((match) => match[1] ?? '')
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function holding(...blocks: Block[]) {
  return aGapReport({ sections: [{ title: 'Only section', blocks }] })
}

describe('a report as Word file', () => {
  it('holds cover, findings, plan and signed checkpoint', async () => {
    const text = textOf((await partsOf())('word/document.xml'))
    for (const words of [
      'Gap assessment against ISO/IEC 42001:2023',
      '23 are shown to be operating or effective',
      'A.6.9',
      'entry 18\u202f452',
      ...aNote.trimEnd().split('\n'),
    ]) {
      expect(text).toContain(words)
    }
  })

  it('uses heading styles, counts chapters, and repeats the header row of each table', async () => {
    const xml = (await partsOf())('word/document.xml')
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Caption']) {
      expect(xml).toContain(`<w:pStyle w:val="${style}"/>`)
    }
    expect(xml.split('<w:tblHeader/>').length).toBe(xml.split('<w:tbl>').length - calloutsAsTables)
    expect(xml).toContain('<w:cantSplit/>')
    expect(xml).toContain('TOC')
  })

  it('has a running head, and a foot with state, page and number of pages', async () => {
    const part = await partsOf()
    const head = part('word/header1.xml')
    const foot = part('word/footer1.xml')
    expect(textOf(head)).toContain('Northbank Lending plc')
    expect(textOf(foot)).toContain('3 Mar 2026, 10:11:02 UTC')
    expect(foot).toContain('PAGE')
    expect(foot).toContain('NUMPAGES')
  })

  it('names title, organisation and language', async () => {
    const part = await partsOf()
    expect(part('docProps/core.xml')).toContain('<dc:title>Gap assessment against ISO/IEC 42001:2023</dc:title>')
    expect(part('word/styles.xml')).toContain('en-GB')
  })

  it.each(['<w:p/>&amp; ]]> <!-- x -->', '"quotes" \'and\' #eval $ \\', 'Ω 漢 😀 مرحبا', 'x'.repeat(400)])(
    'prints hostile text as it was written: %s',
    async (hostile) => {
      const blocks: Block[] = [
        { kind: 'paragraph', text: `P:${hostile}` },
        { kind: 'table', columns: [{ title: `H:${hostile}` }], rows: [[`T:${hostile}`]] },
        { kind: 'callout', tone: 'bad', title: `K:${hostile}`, paragraphs: [`B:${hostile}`] },
        { kind: 'definitions', items: [{ term: 'x', text: `D:${hostile}` }] },
      ]
      const text = textOf((await partsOf(holding(...blocks)))('word/document.xml'))
      for (const place of ['P:', 'H:', 'T:', 'K:', 'B:', 'D:']) expect(text).toContain(place + hostile)
    },
  )

  it('writes no character that XML forbids', async () => {
    const xml = (await partsOf(holding({ kind: 'paragraph', text: 'a\u0000b\ud800c\u000bd' })))('word/document.xml')
    expect(textOf(xml)).toContain('a␀b\ufffdc␋d')
  })

  it('does not link to scripts', async () => {
    const link: Block = {
      kind: 'paragraph',
      text: [{ kind: 'link', url: 'javascript:alert(1)', children: [{ kind: 'text', text: 'press' }] }],
    }
    const part = await partsOf(holding(link))
    expect(part('word/_rels/document.xml.rels')).not.toContain('javascript')
    expect(textOf(part('word/document.xml'))).toContain('press')
  })

  it('is the same bytes for the same document, and says the instant of the records', async () => {
    const hostile: Block = {
      kind: 'paragraph',
      text: 'w:anchor="_Toc9" r:id="rIdx" PAGEREF _Toc9 <w:bookmarkEnd w:id="9"/>',
    }
    const document = aGapReport()
    const more = { ...document, sections: [...document.sections, { title: 'More', blocks: [hostile] }] }
    const once = await renderDocx(more)
    expect(Buffer.from(await renderDocx(more)).equals(once)).toBe(true)
    const part = await partsOf(more)
    expect(part('docProps/core.xml').split(new Date(more.cover.madeFrom.instant).toISOString())).toHaveLength(3)
    expect(textOf(part('word/document.xml'))).toContain(hostile.text)
    const ids = (xml: string) => [...xml.matchAll(/r:id="(rIdLink[^"]*)"/g)].map(([, id]) => id)
    const linked = ids(part('word/document.xml'))
    expect(linked.length).toBeGreaterThan(0)
    for (const id of linked) expect(part('word/_rels/document.xml.rels')).toContain(` Id="${id}"`)
  })

  it('says that an empty table is empty', async () => {
    const xml = (await partsOf(holding({ kind: 'table', columns: [{ title: 'a' }], rows: [] })))('word/document.xml')
    expect(textOf(xml)).toContain('No entries.')
  })
})

/** Callouts are set as tables of one cell; they have no header row. */
const calloutsAsTables = aGapReport()
  .sections.flatMap((section) => section.blocks)
  .filter((block) => block.kind === 'callout').length
