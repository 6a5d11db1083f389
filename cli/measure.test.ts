import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('assay.js', import.meta.url))
const shared = fileURLToPath(new URL('../../shared/datasets/', import.meta.url))
if (!existsSync(shared)) console.log('measure.test: the shared datasets are not here; published data are not measured')

const folder = mkdtempSync(join(tmpdir(), 'assay-measure-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function measure(...args: string[]) {
  const env = { ...process.env, COLUMNS: '100' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, 'measure', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
    input: '',
  })
  return { status, stdout, stderr }
}

function written(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return name
}

/** `fair` of 500 rows a group: both are selected alike, or the second half as often. */
function decisions(second: number, size = 500): string {
  const lines = (group: string, selected: number) =>
    Array.from({ length: size }, (_, index) => `${group},${index % 2},${index < selected * size ? 1 : 0}`)
  return `group,y,p\n${[...lines('<b>a|</b>', 0.5), ...lines('b', second)].join('\n')}\n`
}

const flags = ['--label', 'y', '--prediction', 'p', '--by', 'group']

describe('assay measure', () => {
  it.each([
    ['a table', []],
    ['HTML', ['--html']],
    ['Markdown', ['--markdown']],
    ['JSON', ['--json']],
    ['SARIF', ['--sarif']],
  ])('says in %s which threshold decides where none was given', (_, told) => {
    const file = written('decisions.csv', decisions(0.5))
    const assumed = /usual one was assumed: the ratio of selection rates between 0\.8 and 1\.25/
    expect(measure('fairness', file, ...flags, ...told).stdout.replaceAll(/\s+/g, ' ')).toMatch(assumed)
    const set = measure('fairness', file, ...flags, '--threshold', 'selection_rate:ratio=0.9', ...told)
    expect(set.stdout).not.toContain('was assumed')
  })

  it('tells how many people each group needs, before anything is measured', () => {
    const asked = ['--threshold', 'tpr:difference=0.1', '--expect', 'tpr=0.7', '--size', '3']
    const told = measure('fairness', ...flags, ...asked)
    expect([told.status, told.stderr]).toEqual([0, ''])
    expect(told.stdout).toMatch(
      /tpr, difference 0\.1, expected 0\.7 against 0\.7, 2 comparisons: each group needs \d{3,} /,
    )
    const { sizes } = JSON.parse(measure('fairness', ...flags, ...asked, '--json').stdout)
    expect(told.stdout).toContain(` ${sizes[0].needed} `)
    expect(measure('fairness', ...flags, '--size', '3')).toMatchObject({ status: 2 })
    expect(measure('fairness', ...flags, '--expect', 'ppv=0.7', '--size', '3').stderr).toContain('about no threshold')
  })

  it('tells how many rows other kinds need, and what drift can see beside a reference of this size', () => {
    const asked = ['--threshold', 'auc>=0.7', '--expect', 'auc=0.8,0.3', '--size', '1']
    const told = measure('performance', '--label', 'y', '--prediction', 'p', '--score', 's', ...asked)
    expect([told.status, told.stderr]).toEqual([0, ''])
    expect(told.stdout).toMatch(/auc, at least 0\.7, with rate 0\.8, base 0\.3, power 0\.8: \d{2,} rows are needed/)
    const drift = measure('drift', '--size', '100').stdout
    expect(drift).toContain('wasserstein_normalised, at most 0.1, with reference 100: no size is enough.')
    expect(measure('quality', '--size', '1').stderr).toContain('nothing to tell')
  })

  it('reads factors, held-back rows, regressions and streams from options', () => {
    const file = written('options.csv', decisions(0.5, 200))
    const definition = (...args: string[]) => JSON.parse(measure(...args, '--json').stdout).record.definition
    expect(
      definition('fairness', file, ...flags, '--within', 'y=0.2', '--tables', 'subgroups', '--hold-back', '0.5'),
    ).toMatchObject({
      conditional: [{ strata: ['y'], margin: 0.2 }],
      subgroups: { holdBack: 0.5 },
    })
    const regression = ['performance', file, '--task', 'regression', '--label', 'y', '--prediction', 'p']
    expect(definition(...regression, '--threshold', 'mae<=2')).toMatchObject({ task: 'regression' })
    const drift = ['drift', file, file, '--label', 'y', '--prediction', 'p', '--stream', 'cusum', '--stream', 'cusum:p']
    expect(definition(...drift)).toMatchObject({ streams: [{ method: 'cusum' }, { method: 'cusum', value: 'p' }] })
  })

  it.each([
    ['pass', 0, decisions(0.5, 3000)],
    ['fail', 1, decisions(0.2)],
    ['not-enough-data', 3, decisions(0.5, 20)],
  ])('ends by its verdict %s with %i', (verdict, code, content) => {
    const { status, stdout, stderr } = measure('fairness', written('decisions.csv', content), ...flags, '--json')
    expect([status, stderr]).toEqual([code, ''])
    const result: unknown = JSON.parse(stdout)
    expect(result).toMatchObject({
      verdict,
      positive: '1',
      data: { rows: content.split('\n').length - 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      attributes: [{ attribute: ['group'], verdict, groups: [{ group: ['<b>a|</b>'] }, { group: ['b'] }] }],
      provenance: { seed: 42 },
      record: {
        schema: 'assay-run/1',
        definition: { thresholds: [{ metric: 'selection_rate', comparison: 'ratio', margin: 0.8 }] },
      },
    })
  })

  it('draws for a terminal of plain characters, no wider than it is', () => {
    const { stdout } = measure('fairness', written('decisions.csv', decisions(0.2)), ...flags)
    expect(stdout).toContain('Verdict  FAIL')
    expect(stdout).toMatch(/\|-+\*-+\|/)
    expect(stdout).not.toContain('\u001b')
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(110)
  })

  it('writes a page that loads nothing, runs nothing and takes no markup from the file', () => {
    const file = written('decisions #1?.csv', decisions(0.2))
    const { status } = measure(
      'fairness',
      file,
      ...flags,
      '--html=page.html',
      '--markdown=page.md',
      '--sarif=page.sarif',
      '--json=page.json',
    )
    expect(status).toBe(1)
    const page = readFileSync(join(folder, 'page.html'), 'utf8')
    expect(page).toContain('<svg')
    expect(page).toContain('&lt;b&gt;a|&lt;/b&gt;')
    expect(page).toContain('prefers-color-scheme: dark')
    expect(page).not.toMatch(/<script|<b>|<link|src=|https?:/i)
    const markdown = readFileSync(join(folder, 'page.md'), 'utf8')
    expect(markdown).toContain('&lt;b&gt;a\\|&lt;/b&gt;')
    const sarif: unknown = JSON.parse(readFileSync(join(folder, 'page.sarif'), 'utf8'))
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          results: [
            {
              ruleId: 'assay/fairness',
              level: 'error',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'decisions%20%231%3F.csv' } } }],
            },
          ],
        },
      ],
    })
    expect(JSON.parse(readFileSync(join(folder, 'page.json'), 'utf8'))).toMatchObject({ verdict: 'fail' })
  })

  it('takes a plan of YAML, and its options do not add to it', () => {
    const file = written('decisions.csv', decisions(0.2))
    const plan = written(
      'plan.yaml',
      'kind: performance\nlabel: y\nprediction: p\nthresholds:\n  - {metric: accuracy, atLeast: 0.9}\n',
    )
    const { status, stdout } = measure('performance', file, '--plan', plan, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      overall: { groups: [{ n: 1000 }] },
      thresholds: [{ verdict: 'fail', metric: 'accuracy' }],
    })
    expect(measure('fairness', file, '--plan', plan).stderr).toContain(
      'the plan is one of performance, not of fairness',
    )
    expect(measure('performance', file, '--plan', plan, '--label', 'p').stderr).toContain('label: stands beside --plan')
  })

  it('leaves aside what describes the file and nothing rests on, and says so', () => {
    const file = written('scored.csv', 'g,y,p,s\na,1,1,0.9\na,0,0,0.2\nb,1,0,0.6\nb,0,1,0.7\n')
    const shared = ['--label', 'y', '--prediction', 'p', '--score', 's', '--by', 'g']
    const { status, stdout, stderr } = measure('calibration', file, ...shared, '--json')
    expect([status, stderr]).toEqual([0, 'assay measure: --prediction is left aside: calibration does without it\n'])
    expect(JSON.parse(stdout)).toMatchObject({ data: { rowsUsed: 4 } })
  })

  it('freezes a reference, and refuses one that somebody has touched', () => {
    const file = written('decisions.csv', decisions(0.5, 50))
    expect(measure('drift', file, '--freeze', 'frozen.json').status).toBe(0)
    const frozen = readFileSync(join(folder, 'frozen.json'), 'utf8')
    expect(measure('drift', 'frozen.json', file, '--json').stderr).toBe('')
    for (const [whole, touched] of [
      ['"nulls":0', '"nulls":-5'],
      ['"notFinite":0', '"notFinite":"0"'],
      ['"rows":100', '"rows":101'],
    ] as const) {
      const { status, stderr } = measure('drift', written('touched.json', frozen.replace(whole, touched)), file)
      expect([status, stderr]).toEqual([2, expect.stringContaining('freeze it again')])
    }
  })

  it.each([
    ['no kind', ['--json'], 'kind', 'nothing cannot be measured'],
    ['an unknown kind', ['bias', 'x.csv', '--json'], 'kind', '"bias" cannot be measured'],
    ['no file', ['fairness', ...flags, '--json'], 'file', 'name one file'],
    ['one file for drift', ['drift', 'decisions.csv', '--json'], 'file', 'between two files'],
    ['a file that is not there', ['fairness', 'absent.csv', ...flags, '--json'], 'data', 'does not exist'],
    [
      'an unknown column',
      ['fairness', 'decisions.csv', '--label', 'z', '--prediction', 'p', '--by', 'group', '--json'],
      'label',
      'there is no column "z"',
    ],
    ['no groups', ['fairness', 'decisions.csv', '--label', 'y', '--prediction', 'p', '--json'], 'by', ''],
    [
      'a threshold that is none',
      ['fairness', 'decisions.csv', ...flags, '--threshold', 'tpr<0.1', '--json'],
      'threshold',
      'METRIC:ratio=0.8',
    ],
    [
      'a server without a key for it',
      ['fairness', 'decisions.csv', ...flags, '--push', 'http://localhost:9', '--json'],
      'push',
      'ASSAY_TOKEN',
    ],
    [
      'a filter that is none',
      ['fairness', 'decisions.csv', ...flags, '--filter', 'y = 1; drop table x', '--json'],
      'filter',
      'nothing can begin with ;',
    ],
    [
      'an unknown reference',
      ['fairness', 'decisions.csv', ...flags, '--reference', 'group=c', '--json'],
      'reference.group',
      'there is no group "c"',
    ],
    [
      'an option of another kind',
      ['performance', 'decisions.csv', '--label', 'y', '--prediction', 'p', '--output', 'z', '--json'],
      'output',
      'is not for performance, but for llm',
    ],
    [
      'a number of threads that is none',
      ['fairness', 'x.csv', ...flags, '--threads', '0', '--json'],
      'threads',
      'none',
    ],
    ['an amount of memory that is none', ['fairness', 'x.csv', ...flags, '--memory', '2', '--json'], 'memory', '512MB'],
    [
      'a report in a folder that is not there',
      ['fairness', 'decisions.csv', ...flags, '--html=no/where.html', '--json'],
      'html',
      'there is no folder',
    ],
    [
      'a work folder that is not there',
      ['fairness', 'decisions.csv', ...flags, '--work-folder', 'nowhere', '--json'],
      'work-folder',
      'there is no folder',
    ],
    [
      'a plan with an unknown key',
      ['fairness', 'decisions.csv', '--plan', 'wrong.yaml', '--json'],
      'treshold',
      '"treshold" is not a known key; a fairness plan knows kind',
    ],
  ])('refuses %s with where and what to do', (_, args, path, words) => {
    written('decisions.csv', decisions(0.2))
    written('wrong.yaml', 'kind: fairness\nlabel: y\nprediction: p\nby: [group]\ntreshold: 1\n')
    const { status, stdout, stderr } = measure(...args)
    expect([status, stdout]).toEqual([2, ''])
    const { problems }: { problems: { path: string; message: string }[] } = JSON.parse(stderr)
    expect(problems[0]?.path).toBe(path)
    expect(problems[0]?.message).toContain(words)
  })

  it('files the record at a server and keeps the file', async () => {
    const taken: { url: string | undefined; key: unknown; body: string }[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (part) => (body += String(part)))
      request.on('end', () => {
        taken.push({ url: request.url, key: request.headers['idempotency-key'], body })
        response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"r","plan":"p"}')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const args = [
      'fairness',
      written('decisions.csv', decisions(0.2)),
      ...flags,
      '--push',
      `http://127.0.0.1:${port}`,
      '--subject',
      'ai-system:1',
      '--json',
    ]
    const env = { ...process.env, ASSAY_TOKEN: 'key' }
    const child = spawn(process.execPath, [entry, 'measure', ...args], { cwd: folder, stdio: 'ignore', env })
    const code = await new Promise((resolve) => child.on('exit', resolve))
    server.close()
    expect(code).toBe(1)
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatchObject({
      url: '/api/v1/measurement-runs/push',
      key: expect.stringMatching(/^run-[0-9a-f]{64}$/),
    })
    expect(JSON.parse(taken[0]?.body ?? '')).toMatchObject({
      run: { schema: 'assay-run/1', verdict: 'fail' },
      subject: 'ai-system:1',
    })
    expect(taken[0]?.body).not.toContain(folder)
  })

  it('stops on an interrupt and leaves nothing behind', async () => {
    const rows = Array.from(
      { length: 400_000 },
      (_, index) => `${(index * 7919) % 99_991},${index % 2},${index % 3 === 0 ? 1 : 0}`,
    )
    const file = written('large.csv', `x,y,p\n${rows.join('\n')}\n`)
    const work = mkdtempSync(join(folder, 'work-'))
    const child = spawn(
      process.execPath,
      [entry, 'measure', 'quality', file, '--keys', 'x', '--label', 'y', '--work-folder', work],
      { cwd: folder, stdio: 'ignore' },
    )
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    while (readdirSync(work).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(readdirSync(work)).toEqual([])
  })

  it.skipIf(!existsSync(shared))('gives the four numbers of ProPublica', () => {
    const asked = ['--label', 'two_year_recid', '--prediction', 'decile_score >= 5', '--by', 'race', '--json']
    const { stdout } = measure('fairness', join(shared, 'compas_two_years.csv'), ...asked)
    type Group = { group: string[]; rates: Record<string, { value: number }> }
    const { attributes }: { attributes: { groups: Group[] }[] } = JSON.parse(stdout)
    const shown = ['African-American', 'Caucasian'].map((name) => {
      const rates = attributes[0]?.groups.find(({ group }) => group[0] === name)?.rates
      return ['fpr', 'fnr'].map((rate) => ((rates?.[rate]?.value ?? Number.NaN) * 100).toFixed(2))
    })
    expect(shown).toEqual([
      ['44.85', '27.99'],
      ['23.45', '47.72'],
    ])
  })
})
