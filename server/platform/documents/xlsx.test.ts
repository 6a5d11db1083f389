import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Cell } from './document.ts'
import { packXlsx, renderXlsx, rowsOfASheet } from './xlsx.ts'

const column = (title: string) => ({ title })
const sheet = (rows: Cell[][], name = 'Risks') => ({ name, columns: [column('Name'), column('Value')], rows })

async function partsOf(...sheets: ReturnType<typeof sheet>[]) {
  const files = unzipSync(await renderXlsx(sheets))
  return (path: string) => strFromU8(files[path] ?? new Uint8Array())
}

/** The texts of the workbook, as a spreadsheet program reads them. */
function textsOf(xml: string): string[] {
  return [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  )
}

const cellsOf = (xml: string) => [...xml.matchAll(/<c [^>]*>.*?<\/c>/g)].map(([one]) => one)

describe('a table as a workbook', () => {
  it('keeps the header in sight, above one row for each row', async () => {
    const part = await partsOf(sheet([['Unfair refusals', 3]]))
    expect(textsOf(part('xl/sharedStrings.xml'))).toEqual(['Name', 'Value', 'Unfair refusals'])
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  })

  it('keeps numbers as numbers and dates as dates, on their day whatever the time zone', async () => {
    const part = await partsOf(
      sheet([
        [{ kind: 'day', day: '2026-03-01' }, 12.5],
        [{ kind: 'instant', instant: '2026-03-01T12:00:00Z' }, -3],
      ]),
    )
    const values = cellsOf(part('xl/worksheets/sheet1.xml')).flatMap((one) => /<v>(.*)<\/v>/.exec(one)?.[1] ?? [])
    // the first two are the header; 46082 is the number of the day in workbooks
    expect(values.slice(2)).toEqual(['46082', '12.5', '46082.5', '-3'])
    expect(part('xl/styles.xml')).toContain('yyyy-mm-dd')
  })

  it.each([
    '=1+1',
    '=HYPERLINK("http://x","y")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '  spaces  ',
    'a < b & c > d "e"',
    'line\nline',
    '_x0041_',
    'constructor',
    '__proto__',
    'toString',
    '漢 😀 مرحبا',
    'lone \ufffd',
  ])('writes %j as the text that it is, and no formula', async (text) => {
    const part = await partsOf(sheet([[text, `again ${text}`]]))
    const shown = text.replace('\t', '    ')
    expect(textsOf(part('xl/sharedStrings.xml')).slice(2)).toEqual([shown, `again ${shown}`])
    expect(part('xl/worksheets/sheet1.xml')).not.toContain('<f>')
    const cells = cellsOf(part('xl/worksheets/sheet1.xml'))
    expect(cells).toHaveLength(4)
    for (const one of cells) expect(one).toMatch(/t="s"><v>\d+<\/v>/)
  })

  it('says in a cell that it could not hold all of a text', async () => {
    const part = await partsOf(sheet([['x'.repeat(40_000), null]]))
    const text = textsOf(part('xl/sharedStrings.xml')).at(-1) ?? ''
    expect(text).toHaveLength(32_767)
    expect(text).toMatch(/cut: a cell holds no more/)
  })

  it('gives sheets names that spreadsheet programs take, no two alike', async () => {
    const long = 'Requirements: of other frameworks / and more'
    const part = await partsOf(sheet([], long), sheet([], long), sheet([], ''))
    const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['Requirements  of other framewor', 'Requirements  of other fram 2', 'Sheet'])
  })

  it('is the same bytes for the same tables, at any time', async () => {
    const once = await renderXlsx([sheet([['a', 1]])])
    const times = [...unzipTimes(once)]
    expect(times.length).toBeGreaterThan(5)
    expect(new Set(times)).toEqual(new Set([0x00_21_00_00]))
    expect(Buffer.from(await renderXlsx([sheet([['a', 1]])])).equals(once)).toBe(true)
  })

  it('packs a large table beside, to the same bytes, and says there too what is wrong', async () => {
    const rows = Array.from({ length: 10_000 }, (): Cell[] => [null, null])
    const large = sheet([...rows, [{ kind: 'day', day: '2026-03-01' }, null]])
    const beside = await renderXlsx([large])
    expect(Buffer.from(await packXlsx([large])).equals(beside)).toBe(true)
    await expect(renderXlsx([sheet([...rows, [Number.NaN]])])).rejects.toThrow(/no number/)
  })

  it('refuses what a sheet cannot hold as a fault of the caller', async () => {
    const rows = Array.from<Cell[]>({ length: rowsOfASheet }).fill([null])
    await expect(renderXlsx([sheet(rows)])).rejects.toThrow(/cannot hold/)
    await expect(renderXlsx([sheet([[Number.NaN]])])).rejects.toThrow(/no number/)
  })
})

/** Date and time of each local header (its signature is `PK\3\4`); 1 January 1980 is 0x0021, midnight 0. */
function* unzipTimes(zip: Uint8Array): Generator<number> {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4))
    yield bytes.readUInt32LE(at + 10)
}
