import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { aGapReport, aNote } from './a-gap-report.ts'
import type { Block, Document } from './document.ts'
import { charactersWithoutGlyph } from './pdf-compile.ts'
import { renderPdf, stopPdf } from './pdf.ts'

afterAll(stopPdf)

async function open(pdf: Uint8Array) {
  // The reader takes the buffer away, so it gets its own.
  return getDocument({ data: pdf.slice(), verbosity: 0 }).promise
}

type Opened = Awaited<ReturnType<typeof open>>

/** All text of the file without white space, which a reader of PDF has to guess anyway. */
async function textOf(file: Opened): Promise<string> {
  const pages = await Promise.all(Array.from({ length: file.numPages }, (_, index) => textOfPage(file, index + 1)))
  return pages.join('')
}

async function textOfPage(file: Opened, number: number): Promise<string> {
  const content = await (await file.getPage(number)).getTextContent()
  return tight(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
}

/** Without white space, and with ligatures and marks in one form. */
function tight(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

function holding(...blocks: Block[]): Document {
  return aGapReport({ sections: [{ title: 'Only section', blocks }] })
}

describe('a report as PDF', () => {
  it('holds every word of the summary, the findings and the plan, and the signed checkpoint', async () => {
    const file = await open(await renderPdf(aGapReport()))
    const text = await textOf(file)
    expect(file.numPages).toBeGreaterThan(20)
    for (const words of [
      'Gap assessment against ISO/IEC 42001:2023',
      '23 are shown to be operating or effective',
      'A.6.9',
      'evidence:0192f3',
      'How this document was made',
      ...aNote.split('\n'),
    ]) {
      expect(text).toContain(tight(words))
    }
  })

  it('says on its cover what it was made from', async () => {
    const cover = await textOfPage(await open(await renderPdf(aGapReport())), 1)
    for (const words of [
      'Northbank Lending plc',
      'Confidential',
      'entry 18 452',
      '3 Mar 2026, 10:11:02 UTC',
      'assay.example/northbank',
      'p7QwLr0n4mJv1c3Yt9fGkXhB2sEoDzU8aWq6iVxN5Rk=',
      'no certificate',
    ]) {
      expect(cover).toContain(tight(words))
    }
  })

  it('repeats head, state and page number on every page after the cover', async () => {
    const file = await open(await renderPdf(aGapReport()))
    for (const page of [2, 5, file.numPages]) {
      const text = await textOfPage(file, page)
      expect(text).toContain(tight('Gap assessment against ISO/IEC 42001:2023'))
      expect(text).toContain(tight(`entry 18 452 · 3 Mar 2026, 10:11:02 UTC`))
      expect(text).toContain(tight(`Page ${page} of ${file.numPages}`))
    }
  })

  it('is tagged, archivable, titled, dated by its records and names its language', async () => {
    const pdf = await renderPdf(aGapReport())
    const file = await open(pdf)
    const { info, metadata } = await file.getMetadata()
    expect(await file.getMarkInfo()).toMatchObject({ Marked: true })
    expect(info).toMatchObject({
      Title: 'Gap assessment against ISO/IEC 42001:2023',
      Author: 'Northbank Lending plc',
      Language: 'en',
      CreationDate: 'D:20260303101102Z',
    })
    expect(metadata?.getRaw()).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</)
  })

  it('tags headings, tables with header cells, and figures with their finding in words', async () => {
    const tags = await tagsOf(await open(await renderPdf(aGapReport())))
    for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Figure', 'Link'])
      expect(tags).toContain(tag)
    expect(tags).toContain('alt: Most requirements of areas 4 to 7 are operating; area A.6 is mostly documented.')
  })

  it('names the language of a German document and speaks it', async () => {
    const report = aGapReport()
    const file = await open(await renderPdf({ ...report, cover: { ...report.cover, language: 'de' } }))
    const { info } = await file.getMetadata()
    expect(info).toMatchObject({ Language: 'de' })
    expect(await textOfPage(file, 3)).toContain(`Seite3von${file.numPages}`)
  })

  it('says so when the log has no signed checkpoint yet', async () => {
    const report = aGapReport({ sections: [] })
    const madeFrom = { ...report.cover.madeFrom, checkpoint: null }
    const text = await textOf(await open(await renderPdf({ ...report, cover: { ...report.cover, madeFrom } })))
    expect(text).toContain(tight('The log had no signed checkpoint when this document was made.'))
  })

  it('gives equal bytes for equal documents, in whatever order and process they are set', async () => {
    const first = await renderPdf(aGapReport())
    await renderPdf(holding({ kind: 'paragraph', text: '漢字 😀' }))
    const second = await renderPdf(aGapReport())
    await stopPdf()
    const third = await renderPdf(aGapReport())
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Buffer.compare(first, third)).toBe(0)
  })

  it('gives other bytes for another instant', async () => {
    const report = aGapReport({ sections: [] })
    const madeFrom = { ...report.cover.madeFrom, instant: '2026-03-03T10:11:03.000Z' }
    const [first, second] = await Promise.all([
      renderPdf(report),
      renderPdf({ ...report, cover: { ...report.cover, madeFrom } }),
    ])
    expect(Buffer.compare(first, second)).not.toBe(0)
  })
})

describe('the process that sets', () => {
  it('takes several documents at once and gives each its own', async () => {
    const names = ['One', 'Two', 'Three', 'Four']
    const pdfs = await Promise.all(names.map((title) => renderPdf(aGapReport({ title, sections: [] }))))
    const titles = await Promise.all(pdfs.map(async (pdf) => (await (await open(pdf)).getMetadata()).info))
    expect(titles.map((info) => 'Title' in info && info.Title)).toEqual(names)
  })

  it('refuses what waits when it is stopped, and starts again for the next document', async () => {
    const waiting = renderPdf(aGapReport())
    const refusal = expect(waiting).rejects.toThrow('ended before the document was ready')
    await stopPdf()
    await refusal
    expect((await renderPdf(aGapReport({ sections: [] }))).length).toBeGreaterThan(1000)
  })
})

/** The structure tags of the first pages, and the alternative texts as `alt: …`. */
async function tagsOf(file: Opened): Promise<Set<string>> {
  const tags = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('role' in node) tags.add(String(node.role))
    if ('alt' in node) tags.add(`alt: ${String(node.alt)}`)
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk)
  }
  for (let page = 1; page <= Math.min(file.numPages, 8); page++) walk(await (await file.getPage(page)).getStructTree())
  return tags
}

describe('hostile text', () => {
  it.each([
    '#eval("1+1") #set page(width: 1pt) #import "@preview/x:1.0.0"',
    '#panic("stop") #read("/etc/passwd") #sys.inputs',
    'back\\slash \\u{41} \\ end',
    ']] [[ }} {{ )) (( ]#[',
    '$x^2$ and a $ alone, `code`, *star*, _under_, ~tilde~, @ref, <label>, = heading, - item, + item, / term: x',
    '"double" \'single\' “curly” -- --- ...',
    '// no comment /* nor this */',
    '{"json": "\\"", "a": null}',
    'https://example.org/not-made-a-link',
    'Größe, naïve, Łódź, Ελλάδα, Привет',
  ])('is printed as it was written: %s', async (hostile) => {
    const text = await textOf(
      await open(
        await renderPdf({
          ...holding(
            { kind: 'heading', level: 2, text: hostile, ref: hostile },
            { kind: 'paragraph', text: `P:${hostile}` },
            { kind: 'paragraph', text: [{ kind: 'code', text: `C:${hostile}` }] },
            {
              kind: 'table',
              caption: hostile,
              columns: [{ title: hostile }, { title: 'b' }],
              rows: [[`T:${hostile}`, 1]],
            },
            { kind: 'definitions', items: [{ term: hostile, text: `D:${hostile}` }] },
            { kind: 'callout', tone: 'note', title: hostile, paragraphs: [`B:${hostile}`] },
            { kind: 'list', items: [`L:${hostile}`] },
          ),
          title: `X ${hostile}`,
        }),
      ),
    )
    for (const place of ['P:', 'C:', 'T:', 'D:', 'B:', 'L:', 'X ']) expect(text).toContain(tight(place + hostile))
  })

  it('breaks a word that fits no line, and no letter of it is lost or added', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `part${index}of`).join('')
    const text = await textOf(
      await open(
        await renderPdf(
          holding(
            { kind: 'paragraph', text: long },
            { kind: 'table', columns: [{ title: 'narrow' }, { title: 'wide', width: 9 }], rows: [[long, 'x']] },
          ),
        ),
      ),
    )
    expect(text.split(tight(long)).length - 1).toBe(2)
  })

  it('names what the fonts cannot show, and says so', async () => {
    const text = await textOf(
      await open(await renderPdf(holding({ kind: 'paragraph', text: 'face 😀 and 漢 and 👩‍🔧 and \ue000 end' }))),
    )
    expect(text).toContain('faceU+1F600andU+6F22andU+1F469')
    expect(text).toContain('U+1F527andU+E000end')
    expect(text).toContain(tight('Characters that the fonts of this document do not hold'))
  })

  it('shows control characters as pictures and a broken surrogate as the replacement character', async () => {
    const text = await textOf(
      await open(await renderPdf(holding({ kind: 'paragraph', text: 'a\u0000b\ud800c\u007fd' }))),
    )
    expect(text).toMatch(/a(␀|U\+2400)b�c�d/)
  })

  it('sets right-to-left text with every letter', async () => {
    const text = await textOf(await open(await renderPdf(holding({ kind: 'paragraph', text: 'שלום עולם مرحبا' }))))
    for (const word of ['שלום', 'עולם', 'مرحبا']) expect(text).toContain(word)
  })

  it('does not link to scripts or files', async () => {
    const link = (url: string): Block => ({
      kind: 'paragraph',
      text: [{ kind: 'link', url, children: [{ kind: 'text', text: `to ${url}` }] }],
    })
    const file = await open(
      await renderPdf(holding(link('javascript:alert(1)'), link('file:///etc/passwd'), link('https://example.org/a'))),
    )
    const urls: string[] = []
    for (let page = 1; page <= file.numPages; page++) {
      for (const { unsafeUrl } of await (await file.getPage(page)).getAnnotations()) if (unsafeUrl) urls.push(unsafeUrl)
    }
    expect(urls).toEqual(['https://example.org/a'])
    expect(await textOf(file)).toContain('tojavascript:alert(1)')
  })
})

describe('tables', () => {
  it('says that an empty table is empty', async () => {
    const columns = [{ title: 'Record' }, { title: 'Level' }]
    const text = await textOf(
      await open(
        await renderPdf(
          holding(
            { kind: 'table', columns, rows: [] },
            { kind: 'table', columns, rows: [], empty: 'No system is in scope yet.' },
          ),
        ),
      ),
    )
    expect(text).toContain('RecordLevelNoentries.')
    expect(text).toContain('RecordLevelNosystemisinscopeyet.')
  })

  it('sets 2,000 rows with the header on every page and no row lost', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [`row-${index}-end`, 'a finding that was found', index])
    const file = await open(
      await renderPdf(
        holding({ kind: 'table', columns: [{ title: 'Id' }, { title: 'Text' }, { title: 'Figure' }], rows }),
      ),
    )
    const pages = await Promise.all(Array.from({ length: file.numPages }, (_, index) => textOfPage(file, index + 1)))
    const whole = pages.join('')
    expect(rows.filter(([id]) => !whole.includes(String(id)))).toEqual([])
    expect(pages.filter((page) => page.includes('row-')).every((page) => page.includes('IdTextFigure'))).toBe(true)
  })

  it('breaks a row that is taller than a page', async () => {
    const tall = Array.from({ length: 1_500 }, (_, index) => `w${index}`).join(' ')
    const text = await textOf(
      await open(
        await renderPdf(holding({ kind: 'table', columns: [{ title: 'a' }, { title: 'b' }], rows: [[tall, 'x']] })),
      ),
    )
    expect(text).toContain('w1499')
  })
})

describe('the diagnostics of the setter', () => {
  it('give the characters without a glyph, whatever their escapes', () => {
    const message = String.raw`message: "PDF/A-2a error: the text ${'`'}\"中\"${'`'} could not be displayed with font", message: "PDF/A-2a error: the text ${'`'}\"a\\u{301}\\u{20e3}\"${'`'} could not be displayed"`
    expect(charactersWithoutGlyph(message)).toEqual(['中', '\u0301', '\u20e3'])
  })

  it('are empty for any other failure', () => {
    expect(charactersWithoutGlyph('PDF/A-2a error: something else')).toEqual([])
  })
})
