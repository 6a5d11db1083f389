// `npm run bench`: prints a table of what was measured in this run, beside its aim. Name parts to run some: start requests changes many-rows scan simulation statement page.
import { execFileSync } from 'node:child_process'
import { benchChanges } from './changes.ts'
import { benchManyRows } from './many-rows.ts'
import { benchRequests } from './requests.ts'
import { benchScan } from './scan.ts'
import { benchStart } from './start.ts'
import { benchStatement } from './statement.ts'
import { benchSimulation } from './simulation.ts'
import type { Row } from './trial.ts'

const parts: Record<string, () => Promise<Row[]>> = {
  page: benchPage,
  start: benchStart,
  requests: benchRequests,
  changes: benchChanges,
  'many-rows': benchManyRows,
  simulation: benchSimulation,
  statement: benchStatement,
  scan: async () => (await benchScan()).map((row) => ({ ...row, value: Number(row.value) })),
}

/** JavaScript of the first page, as the script that guards it counts it. */
function benchPage(): Promise<Row[]> {
  execFileSync('npm', ['run', '--silent', 'build:web'], { stdio: 'ignore' })
  const printed = execFileSync(process.execPath, ['scripts/page-size.ts'], { encoding: 'utf8' })
  const rows = [...printed.matchAll(/^(sign-in|home): ([\d.]+) kB/gm)].map(([, page, kilobytes]) => ({
    name: `first-page JavaScript, ${page}`,
    value: Number(kilobytes),
    unit: 'kB gzip',
    aim: '< 200 kB',
    note: 'rival: 2,940 kB gzip, sent as 10 MB',
  }))
  return Promise.resolve(rows)
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((part) => !(part in parts))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Choose among ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
const rows: Row[] = []
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`measuring ${name}…`)
  rows.push(...(await run()))
}
console.table(
  rows.map(({ name, value, unit, aim, note }) => ({
    what: name,
    value: Number(value.toPrecision(4)),
    unit,
    aim,
    note,
  })),
)
