import { createHash } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  openSync,
  renameSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { execute } from './execute.ts'
import type { AttributeResult } from './kinds/fairness.ts'
import type { PlanInput } from './plan.ts'
import { checkPlan } from './read-plan.ts'
import { problemsOf, resultOf, runOf, scratch } from './testing.ts'

const at = scratch()
afterAll(at.remove)

const plan: PlanInput = { kind: 'fairness', label: 'y', prediction: 'p', by: ['g'] }
const judged: PlanInput = { ...plan, thresholds: [{ metric: 'selection_rate', comparison: 'ratio', margin: 0.8 }] }
const rows = 'g,y,p\na,1,1\na,0,0\nb,1,0\nb,0,1\n'

function attributesOf(run: Parameters<typeof resultOf>[0]): AttributeResult[] {
  return resultOf<{ attributes: AttributeResult[] }>(run).attributes
}

function groupsOf(run: Parameters<typeof resultOf>[0]) {
  return attributesOf(run)[0]?.groups.map(({ group, n }) => [...group, n])
}

describe('a file', () => {
  it.each([
    ['plain', rows],
    ['with a byte order mark', `\ufeff${rows}`],
    ['with semicolons', rows.replaceAll(',', ';')],
    ['with tabs and carriage returns', rows.replaceAll(',', '\t').replaceAll('\n', '\r\n')],
    ['with quotes', rows.replaceAll(/[abgyp]/g, '"$&"')],
    ['without an end of its last line', rows.trimEnd()],
    ['with blank lines before its header and between its rows', `\ufeff\n\n${rows.replaceAll('\n', '\n\n')}`],
    ['packed by gzip', gzipSync(rows)],
    ['packed by zstd', zstdCompressSync(rows)],
    ['as JSON lines', '{"g":"a","y":1,"p":1}\n{"g":"a","y":0,"p":0}\n{"g":"b","y":1,"p":0}\n{"p":1,"g":"b","y":0}\n'],
    [
      'as JSON lines packed by gzip',
      gzipSync('{"g":"a","y":1,"p":1}\n{"g":"a","y":0,"p":0}\n{"g":"b","y":1,"p":0}\n{"p":1,"g":"b","y":0}\n'),
    ],
  ])('is read %s', async (_, content) => {
    const run = await runOf(at, plan, at.write('told-by-content.data', content))
    expect(groupsOf(run)).toEqual([
      ['a', 2],
      ['b', 2],
    ])
  })

  it('is read under a name with wildcards and quotes', async () => {
    at.write('data-1.csv', 'g,y,p\nother,1,1\n')
    const run = await runOf(at, plan, at.write('data[1]*?\'".csv', rows))
    expect(groupsOf(run)).toHaveLength(2)
  })

  it.each([
    ['that is empty', '', 'is empty'],
    ['of a header alone', 'g,y,p\n', 'holds no rows'],
    ['with two columns of one name', 'g,y,p,g\n1,1,1,1\n', 'has several columns named "g"'],
    ['with a column without a name', 'g,,p\n1,1,1\n', 'column 2'],
    ['with a line that is too short', 'g,y,p\na,1,1\na,1\n', 'line 3 has 2 fields and the header has 3'],
    ['with a line that is too long', 'g,y,p\na,1,1\na,1,1,1\n', 'line 3 has 4 fields and the header has 3'],
    ['with a quote that never ends', 'g,y,p\n"a,1,1\n', 'quote'],
    [
      'that is not UTF-8',
      Buffer.from([0x67, 0x2c, 0x79, 0x2c, 0x70, 0x0a, 0xe9, 0x2c, 0x31, 0x2c, 0x31, 0x0a]),
      'not UTF-8',
    ],
    ['of UTF-16', Buffer.from('\ufeffg,y,p\n', 'utf16le'), 'UTF-16'],
    ['of zero bytes', Buffer.alloc(100), 'zero bytes'],
    ['that begins as Parquet', 'PAR1 and no more', 'begins as Parquet but cannot be read'],
    ['that begins as gzip', gzipSync(rows).subarray(0, 20), 'cannot be unpacked'],
    ['of JSON lines that are cut off', '{"g":"a","y":1,"p":1}\n{"g":', 'line 2'],
    [
      'of JSON that only its reader refuses',
      '{"g":"a","y":1,"p":1}\n{"g":"\\ud83d","y":1,"p":1}\n',
      'line 2 is no JSON',
    ],
    ['of JSON with a key twice', '{"g":"a","y":1,"p":1}\n{"g":"a","y":1,"y":0,"p":1}\n', 'line 2 has a key twice'],
    ['of a JSON array', '[\n {"g":"a","y":1,"p":1}\n]\n', 'is a JSON array; write JSON lines'],
    ['of lines that end in two ways', `${rows}a,1,1\r\nb,0,0\r\n`, 'lines end in different ways'],
    ['of lines that end in carriage returns alone', rows.replaceAll('\n', '\r'), 'carriage returns alone'],
    ['of JSON names that differ only in case', '{"g":"a","G":"b","y":1,"p":1}\n', 'differ only in case'],
  ])('%s is refused in words', async (_, content, words) => {
    const problems = await problemsOf(at, plan, at.write('bad.data', content))
    expect(problems.join('\n')).toContain(words)
  })

  it('that cannot be read is named by what it was given for', async () => {
    const [good, bad] = [at.write('good.csv', rows), at.write('half.csv', `${rows}"a,1,1\n`)]
    expect(await problemsOf(at, { kind: 'drift' }, { reference: good, data: bad })).toEqual([
      'data: line 6 opens a quote that is never closed',
    ])
    expect(await problemsOf(at, { kind: 'drift' }, { reference: bad, data: good })).toEqual([
      'reference: line 6 opens a quote that is never closed',
    ])
  })

  it.each([
    ['calibration', { kind: 'calibration', label: 'y', score: 'p' }],
    ['quality', { kind: 'quality' }],
    ['llm', { kind: 'llm', columns: { output: 'g' } }],
  ] satisfies [string, PlanInput][])('of a header alone is refused by %s too', async (_, of) => {
    expect(await problemsOf(at, of, at.write('header.csv', 'g,y,p\n'))).toEqual(['data: holds no rows'])
  })

  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ])('of %s that is cut off in the middle is refused', async (_, pack) => {
    const many = Array.from({ length: 200_000 }, (_row, index) => `g${(index * 7919) % 100_003},1,1`)
    const packed = pack(`g,y,p\n${many.join('\n')}\n`)
    const problems = await problemsOf(
      at,
      plan,
      at.write('cut.csv', packed.subarray(0, Math.floor(packed.length * 0.7))),
    )
    expect(problems.join()).toContain('cut off')
  })

  it('with an end of a line only after gigabytes is refused', async () => {
    // A sparse file: 2 GB that take no room.
    const file = join(at.folder, 'long.csv')
    const descriptor = openSync(file, 'w')
    writeSync(descriptor, 'g,y,p\na,1,')
    ftruncateSync(descriptor, 2 * 1024 ** 3)
    closeSync(descriptor)
    expect(await problemsOf(at, plan, file)).toHaveLength(1)
  })

  it.each([
    ['in the middle', 3_000_000, `${rows}LONG,1,1\n${rows.slice(6)}`],
    ['in the middle, longer than what is read at once', 40_000_000, `${rows}LONG,1,1\n${rows.slice(6)}`],
    ['at the end, longer than what is read at once', 40_000_000, `${rows}LONG,1,1\n`],
    ['at the end, in quotes', 40_000_000, `${rows}"LONG",1,1\n`],
  ])('with a long line %s is refused and never cut', async (_, length, content) => {
    const long = content.replace('LONG', 'x'.repeat(length))
    for (const packed of [long, gzipSync(long, { level: 1 })]) {
      const problems = await problemsOf(at, plan, at.write('long-line.csv', packed))
      expect(problems.join()).toMatch(/longer than 2 MB|never closed/)
    }
  })

  it.each([
    ['replaced', (file: string) => renameSync(at.write('other.csv', rows), file)],
    ['written to', (file: string) => appendFileSync(file, 'c,1,1\n')],
  ])('%s while it is measured is refused', async (_, change) => {
    const file = at.write('changing.csv', rows)
    const read = checkPlan(plan)
    if (!read.ok) throw new Error('the plan is right')
    const outcome = await execute(
      { plan: read.plan, files: { data: file }, workDirectory: at.folder, memoryLimit: '1GB', threads: 1 },
      {
        signal: new AbortController().signal,
        onProgress: ({ stage }) => (stage === 'writing' ? change(file) : undefined),
      },
    )
    expect(outcome).toMatchObject({
      ok: false,
      kind: 'refused',
      problems: [{ path: 'data', message: expect.stringContaining('changed or replaced') }],
    })
  })

  it('behind a link is measured, and a folder or nothing is refused', async () => {
    symlinkSync(at.write('target.csv', rows), join(at.folder, 'link.csv'))
    expect((await runOf(at, plan, join(at.folder, 'link.csv'))).data[0]?.rows).toBe(4)
    expect(await problemsOf(at, plan, at.folder)).toEqual([expect.stringContaining('is no file')])
    expect(await problemsOf(at, plan, join(at.folder, 'absent.csv'))).toEqual(['data: absent.csv does not exist'])
  })
})

describe('the values of a file', () => {
  it.each([
    ['one row', 'g,y,p\na,1,1\n', [['a', 1]]],
    [
      'one class',
      'g,y,p\na,1,1\nb,1,1\n',
      [
        ['a', 1],
        ['b', 1],
      ],
    ],
    [
      'groups that are missing',
      'g,y,p\n,1,1\nb,0,1\n',
      [
        ['b', 1],
        [null, 1],
      ],
    ],
    [
      'groups named like code',
      "g,y,p\n__proto__,1,1\n'; drop table data --,0,1\nconstructor,0,1\n",
      [
        ["'; drop table data --", 1],
        ['__proto__', 1],
        ['constructor', 1],
      ],
    ],
  ])('may be %s', async (_, content, expected) => {
    const run = await runOf(at, judged, at.write('few.csv', content))
    expect(groupsOf(run)).toEqual(expected)
    expect(run.verdict).toBe('not-enough-data')
    expect(JSON.stringify(run)).not.toMatch(/NaN|Infinity/)
  })

  it('may all be missing, and every row is accounted for', async () => {
    const run = await runOf(at, judged, at.write('null.csv', 'g,y,p\n,,\n,,\n'))
    expect(run.data[0]).toMatchObject({ rows: 2, rowsUsed: 0, left: [{ why: 'no value in "y"', rows: 2 }] })
    expect(run.verdict).toBe('not-enough-data')
  })

  it.each([0, 4_294_967_295])('are drawn from with the seed %i', async (seed) => {
    const file = at.write('seeded.csv', 'g,y,p,s\na,1,1,0.9\nb,0,0,0.2\na,0,1,0.6\nb,1,0,0.4\n')
    const plans: PlanInput[] = [
      { ...judged, seed, tables: ['subgroups'], subgroups: { holdBack: 0.5 } },
      { kind: 'calibration', label: 'y', score: 's', seed },
      { kind: 'drift', seed },
    ]
    for (const plan of plans) expect((await runOf(at, plan, { data: file, reference: file })).seed).toBe(seed)
  })

  it('may form ten thousand groups', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `g${index},${index % 2},${index % 3 === 0 ? 1 : 0}`)
    const run = await runOf(at, { ...judged, replicates: 100 }, at.write('many.csv', `g,y,p\n${many.join('\n')}\n`))
    expect(attributesOf(run)[0]?.groups).toHaveLength(10_000)
    expect(run.verdict).toBe('not-enough-data')
  })

  it('may be columns named like code', async () => {
    const file = at.write('names.csv', '"__proto__","a""; drop","p"\na,1,1\nb,0,0\n')
    const run = await runOf(
      at,
      { kind: 'fairness', label: 'a"; drop', prediction: 'p', by: ['__proto__'], reference: {} },
      file,
    )
    expect(groupsOf(run)).toEqual([
      ['a', 1],
      ['b', 1],
    ])
  })

  it('may lack labels after one decision, which is refused, or more often after it, which is told', async () => {
    const content = (known: number) => {
      const rejected = Array.from({ length: 100 }, (_, i) => `${'ab'[i % 2]},${i < known ? i % 2 : ''},0`)
      return `g,y,p\n${Array.from({ length: 100 }, (_, i) => `${'ab'[i % 2]},${i % 3 === 0 ? 1 : 0},1`).join('\n')}\n${rejected.join('\n')}\n`
    }
    const none = at.write('selective.csv', content(0))
    const refused = 'label: none of the 100 rows with the unfavourable decision has a value in "y"'
    expect((await problemsOf(at, judged, none))[0]).toContain(refused)
    expect((await problemsOf(at, { kind: 'performance', label: 'y', prediction: 'p' }, none))[0]).toContain(refused)
    expect((await runOf(at, { ...judged, filter: 'p = 1' }, none)).warnings).not.toContainEqual(
      expect.stringMatching(/^labels/),
    )
    const some = await runOf(at, judged, at.write('selective.csv', content(60)))
    expect(some.warnings[0]).toContain(
      '"y" is missing in 40 of 100 rows with the unfavourable decision and in 0 of 100',
    )
    expect((await runOf(at, judged, at.write('selective.csv', content(98)))).warnings).toEqual([])
  })

  it('may be NaN and infinite scores, which are counted apart', async () => {
    const content = 'y,s\n1,0.9\n0,0.1\n1,NaN\n0,Infinity\n1,-inf\n0,N/A\n1,\n1,0.4\n0,0.6\n'
    const run = await runOf(at, { kind: 'calibration', label: 'y', score: 's' }, at.write('nan.csv', content))
    expect(run.data[0]).toMatchObject({
      rows: 9,
      rowsUsed: 4,
      left: [
        { why: 'NaN or Infinity in "s"', rows: 3 },
        { why: 'no number in "s"', rows: 2 },
      ],
    })
    expect(JSON.stringify(run)).not.toMatch(/NaN,|:NaN|:Infinity|null,null,null,null,null/)
  })

  it('may be scores that some rows lack, which is told where they are one thing among others', async () => {
    const file = at.write('scoreless.csv', 'g,y,p,s\na,1,1,0.9\na,0,0,NaN\nb,1,0,\nb,0,1,7\nb,1,1,0.5\n')
    for (const kind of ['fairness', 'performance'] as const) {
      const { warnings } = await runOf(at, { kind, label: 'y', prediction: 'p', by: ['g'], score: 's' }, file)
      expect(warnings).toEqual([
        '2 rows have no finite number in "s": ranking and calibration are of the other 3',
        '"s" has values outside of 0 to 1: scores are ranked, and calibration is left out',
      ])
    }
  })

  it('may be scores that some people lack, which the tables of the law tell', async () => {
    const file = at.write('law.csv', 'sex,race,p,s\nm,w,1,7\nm,b,0,2\nf,w,1,\nf,b,0,N/A\nf,b,1,9\n')
    const law = { sex: 'sex', raceEthnicity: 'race', score: 's' }
    const asked: PlanInput = { kind: 'fairness', prediction: 'p', by: ['sex', 'race'], localLaw144: law }
    const { localLaw144 } = resultOf<{ localLaw144: { withoutScore: number; notes: string[] } }>(
      await runOf(at, asked, file),
    )
    expect(localLaw144.withoutScore).toBe(2)
    expect(localLaw144.notes.at(-1)).toBe('2 people have no score: they are in no scoring table.')
  })

  it('may lack every label of one group so far, which is no reason to stop', async () => {
    const head = 'g,y,p,s\n'
    const before = at.write('before.csv', `${head}a,1,1,0.9\na,0,0,0.2\nb,1,1,0.8\nb,0,0,0.1\n`)
    const now = at.write('now.csv', `${head}a,1,1,0.9\na,0,0,0.2\nb,,1,0.8\nb,,0,\n`)
    const drift: PlanInput = { kind: 'drift', label: 'y', prediction: 'p', score: 's', by: ['g'] }
    type Result = { withoutLabels: { counted: object }; realised: { key: string[]; realised: { reason?: string } }[] }
    const result = resultOf<Result>(await runOf(at, drift, { data: now, reference: before }))
    expect(result.realised.find(({ key }) => key[0] === 'b')?.realised.reason).toBe(
      'no label of this group has come yet',
    )
    expect(result.withoutLabels.counted).toEqual({
      reference: { rowsUsed: 4, left: [] },
      current: { rowsUsed: 3, left: [{ why: 'no number in "s"', rows: 1 }] },
    })
  })

  it('may be scores with a decimal comma, which nothing can be calibrated by', async () => {
    const file = at.write('comma.csv', 'y;s\n1;0,9\n0;0,1\n')
    const calibration: PlanInput = { kind: 'calibration', label: 'y', score: 's' }
    expect(await problemsOf(at, calibration, file)).toEqual([
      'score: no row with a label has a number in "s"; write numbers with a point, such as 0.5',
    ])
  })

  it('may be compared with negative bounds', async () => {
    const file = at.write('negative.csv', 'g,y,p,x\na,1,1,-5\nb,0,0,-6\nb,0,1,5\n')
    const run = await runOf(at, { ...plan, filter: 'x >= -5' }, file)
    expect(run.data[0]).toMatchObject({ rows: 3, rowsUsed: 2, left: [{ why: 'outside of the filter', rows: 1 }] })
  })

  it('that nobody calls positive are refused with those that there are', async () => {
    const file = at.write('yes.csv', 'g,y,p\na,yes,no\nb,no,yes\n')
    expect(await problemsOf(at, plan, file)).toEqual(['positive: no row has the value "1"; there are "no", "yes"'])
  })

  it('that read otherwise than meant are told with what settles them', async () => {
    const content = 'g;y;p\nN/A;1;1\n01;0;0\n male;1;0\nmale;0;1\nMale;0;1\nNaN;1;1\n'
    const run = await runOf(at, plan, at.write('odd.csv', content))
    const told = run.surprises.map(({ column, what, count }) => [column, what.split(/[,:]/)[0], count])
    expect(told).toEqual([
      [null, 'fields are separated by semicolons', null],
      ['g', 'values that often stand for "no value" are kept as text', 1],
      ['g', 'NaN and Infinity are kept as text', 1],
      ['g', 'numbers with leading zeros are kept as they stand', 1],
      ['g', 'values begin or end with spaces', 1],
      ['g', 'values differ only in upper and lower case', 2],
    ])
    const settled = await runOf(at, { ...plan, missing: ['N/A', 'NaN'] }, at.write('odd.csv', content))
    expect(groupsOf(settled)).toContainEqual([null, 2])
  })
})

describe('what is recorded of a file', () => {
  it('counts where it is true of the file, and is told where it is not', async () => {
    const file = at.write('recorded.csv', rows)
    const sha256 = createHash('sha256').update(rows).digest('hex')
    const measured = async (recorded: { sha256: string; rows: number }) => {
      const run = await runOf(at, { kind: 'quality', checks: [{ check: 'provenance', recorded }] }, file)
      type Result = { findings: { measures: { numerator: number }[]; definition: object }[] }
      const [finding] = resultOf<Result>(run).findings
      expect(finding?.definition).toEqual({ check: 'provenance', recorded })
      return [finding?.measures[0]?.numerator, run.warnings]
    }
    expect(await measured({ sha256: sha256.toUpperCase(), rows: 4 })).toEqual([2, []])
    expect(await measured({ sha256: 'ab', rows: 5 })).toEqual([
      0,
      [
        `the recorded sha256, ab, is not that of this file, ${sha256}: it counts as not recorded`,
        'the recorded rows, 5, is not that of this file, 4: it counts as not recorded',
      ],
    ])
  })
})

describe('the engine', () => {
  it('opens no file but those of the run', async () => {
    const secret = at.write('secret.csv', 'g,y,p\nsecret,1,1\n')
    const filter = `g in ('x') or g = 'read_csv(''${secret}'')'`
    const run = await runOf(at, { ...plan, filter }, at.write('public.csv', rows))
    expect(JSON.stringify(run.result)).not.toContain('"secret"')
    expect(run.data[0]?.rowsUsed).toBe(0)
  })

  it('leaves nothing behind in its folder, whether it ran or refused', async () => {
    const own = scratch()
    writeFileSync(join(own.folder, 'a.csv'), rows)
    await runOf(own, plan, join(own.folder, 'a.csv'))
    await problemsOf(own, plan, join(own.folder, 'absent.csv'))
    const { readdirSync } = await import('node:fs')
    expect(readdirSync(own.folder)).toEqual(['a.csv'])
    own.remove()
  })
})
