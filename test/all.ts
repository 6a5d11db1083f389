// `npm test`: everything that must hold before a change lands, in the order of what fails fastest.
// Prints each step, and at the end one line that counts the tests.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'assay-all-'))
const counted = { passed: 0, failed: 0, skipped: 0 }
const broken: string[] = []

type Step = { name: string; command: string[]; report?: string }

const node = process.execPath
const vitest = (config: string, report: string) => [
  node,
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--config',
  config,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]
const unitReport = join(reports, 'unit.json')
const journeyReport = join(reports, 'journeys.json')

const steps: Step[] = [
  { name: 'format, lint, types, arrows', command: ['npm', 'run', '--silent', 'check'] },
  { name: 'generated files are current', command: [node, 'scripts/check-generated.ts'] },
  // before what starts whole servers, which would each find it missing
  { name: 'the page is built', command: ['npm', 'run', '--silent', 'build:web'] },
  { name: 'unit and room tests on PostgreSQL', command: vitest('vitest.config.ts', unitReport), report: unitReport },
  {
    name: 'journeys in a browser',
    command: vitest('test/journeys/vitest.config.ts', journeyReport),
    report: journeyReport,
  },
]

if (!existsSync(join(root, '..', 'shared'))) {
  console.log(
    'The shared data folder is not beside this checkout: suites over its data say so and do not run; all others do.',
  )
}

for (const { name, command, report } of steps) {
  console.log(`\n— ${name}`)
  const started = Date.now()
  const [program = '', ...rest] = command
  const { status } = spawnSync(program, rest, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  if (report) count(report)
  console.log(`— ${name}: ${status === 0 ? 'holds' : 'FAILS'} (${Math.round((Date.now() - started) / 1000)} s)`)
  if (status !== 0) broken.push(name)
}
rmSync(reports, { recursive: true, force: true })

if (broken.length > 0) console.log(`\nFails: ${broken.join('; ')}`)
const failed = Math.max(counted.failed, broken.length)
console.log(`\n${counted.passed} passed, ${failed} failed${counted.skipped > 0 ? `, ${counted.skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0

function count(report: string): void {
  if (!existsSync(report)) return
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  counted.passed += numPassedTests
  counted.failed += numFailedTests
  counted.skipped += numPendingTests
}
