import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('assay.js', import.meta.url))
const example = (file: string) => fileURLToPath(new URL(`examples/${file}`, import.meta.url))
const examples = ['lender.yaml', 'api-start-up.yaml', 'ai-native.json']

/** The machine's own Node, where it is one too old to run Assay by itself. */
const older = ['/usr/bin/node', '/usr/local/bin/node'].find(
  (node) =>
    existsSync(node) &&
    Number.parseInt(execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }), 10) < 24,
)
if (older === undefined)
  console.log('assay.test: no Node older than 24 on this machine; handing over is not tested here')

const folder = mkdtempSync(join(tmpdir(), 'assay-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Run = { node?: string | undefined; cwd?: string; input?: string; entry?: string }

function assay(args: string[], run: Run = {}) {
  const command = [run.entry ?? entry, ...args]
  const { status, stdout, stderr } = spawnSync(run.node ?? process.execPath, command, {
    cwd: run.cwd ?? folder,
    input: run.input ?? '',
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function written(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('assay', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('lists its commands for %j', (args) => {
    const { status, stdout } = assay(args)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^ {2}screen +whether ISO\/IEC 42001 is needed/m)
  })

  it.each(['sreen', '../main', 'toString', 'screen.ts'])(
    'refuses %s, which is no command, with the list of those that are',
    (name) => {
      const { status, stdout, stderr } = assay([name])
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain(`"${name}" is no command`)
      expect(stderr).toMatch(/^ {2}screen /m)
    },
  )

  it('tells how a command is used', () => {
    const { status, stdout } = assay(['screen', '--help'])
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'assay screen --answers FILE [--json]'])
  })

  it.each([[['--answer', 'x']], [['x']], [['--answers']]])('refuses the arguments %j with the usage', (args) => {
    const { status, stdout, stderr } = assay(['screen', ...args])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('assay screen --answers FILE [--json]')
  })

  it.runIf(older)('hands over to the pinned Node from any folder, with arguments, input and exit code', () => {
    const answers = example('lender.yaml')
    const args = ['screen', '--answers', '-', '--json']
    const run = { input: readFileSync(answers, 'utf8') }
    const handed = assay(args, { ...run, node: older, cwd: tmpdir() })
    expect(handed.status).toBe(0)
    expect(handed.stdout).toBe(assay(args, run).stdout)
    expect(assay(['screen', '--answers', 'nothing'], { node: older }).status).toBe(2)
  })

  it.runIf(older)('says what to do where no newer Node is installed', () => {
    const alone = join(folder, 'assay.mjs')
    cpSync(entry, alone)
    const { status, stderr } = assay(['--help'], { node: older, entry: alone })
    expect(status).toBe(2)
    expect(stderr).toMatch(/needs Node 24 or newer, this is v\d+.*no pinned Node.*Install Node 24/s)
  })
})

describe('assay screen', () => {
  it.each([
    ['lender.yaml', 'developer', 'pursue', ['pursue', 'evaluate', 'evaluate']],
    ['api-start-up.yaml', 'consumer', 'internal-governance', []],
    ['ai-native.json', 'developer', 'pursue', []],
  ])('decides on the example %s: %s, %s', (file, classification, decision, systems) => {
    const { status, stdout, stderr } = assay(['screen', '--answers', example(file), '--json'])
    expect([status, stderr]).toEqual([0, ''])
    const result: unknown = JSON.parse(stdout)
    expect(result).toMatchObject({
      organization: { classification, decision },
      systems: systems.map((decision) => ({ decision })),
    })
  })

  it.each(examples)('reports on %s in words, no line longer than the terminal', (file) => {
    const { status, stdout } = assay(['screen', '--answers', example(file)])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Decision {8}\S/m)
    for (const title of [
      'Reasons that apply',
      'Reasons that do not apply',
      'What would change the decision',
      'Triggers that reopen this answer',
    ]) {
      expect(stdout).toContain(title)
    }
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100)
  })

  it('tells YAML and JSON apart by content, not by name', () => {
    const json = written('json.yaml', readFileSync(example('ai-native.json'), 'utf8'))
    const yaml = written('yaml.json', readFileSync(example('api-start-up.yaml'), 'utf8'))
    expect([json, yaml].map((file) => assay(['screen', '--answers', file]).status)).toEqual([0, 0])
  })

  const startUp = readFileSync(example('api-start-up.yaml'), 'utf8')
  it.each([
    [
      'a contradiction',
      startUp.replace('training: 0', 'training: 2'),
      'organization.factors.training',
      'organization.activities',
    ],
    [
      'a missing factor',
      startUp.replace(/^ +trainingData: 0\n/m, ''),
      'organization.factors.trainingData',
      'is missing',
    ],
    [
      'a rating out of range',
      startUp.replace('coreProduct: 1', 'coreProduct: 4'),
      'organization.factors.coreProduct',
      'at most 3',
    ],
    ['an unknown key', `${startUp}\ncolour: blue\n`, 'colour', '"colour" is not a known answer'],
    [
      'a scenario of another sector',
      startUp.replace('[apis-only]', '[chatbots]'),
      'organization.scenarios.0',
      'organization.sector',
    ],
    ['an empty file', '', 'answers', 'a group of answers'],
    ['a file that is neither YAML nor JSON', '{"organization": ', '--answers', 'neither YAML nor JSON'],
    ['a key given twice', startUp.replace('dealsLost: 0', 'dealsLost: 0\n  dealsLost: 1'), '--answers', 'unique'],
  ])('refuses %s with exit code 2 and names it', (_what, content, path, words) => {
    const file = written('refused.yaml', content)
    const plain = assay(['screen', '--answers', file])
    expect([plain.status, plain.stdout]).toEqual([2, ''])
    expect(plain.stderr).toContain(`${path}: `)
    expect(plain.stderr).toContain(words)

    const json = assay(['screen', '--answers', file, '--json'])
    expect(json.status).toBe(2)
    expect(json.stderr).toBe(json.stdout)
    const told: unknown = JSON.parse(json.stdout)
    expect(told).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ path, message: expect.stringContaining(words) })]),
    })
  })

  it.each([
    ['a file that is not there', ['--answers', 'nowhere.yaml'], 'nowhere.yaml cannot be read: there is no such file'],
    ['a folder', ['--answers', '.'], 'it is a folder'],
    ['no file at all', [], '--answers: is missing'],
  ])('refuses %s', (_what, args, words) => {
    const { status, stderr } = assay(['screen', ...args])
    expect([status, stderr.includes(words)]).toEqual([2, true])
  })

  it('ends quietly when the reader of its output has gone', () => {
    const command = `"${process.execPath}" "${entry}" screen --json --answers "${example('lender.yaml')}" | head -c 1; echo; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    expect([stdout, stderr]).toEqual(['{\n0\n', ''])
  })
})
