// Writes server/platform/database/tables.generated.ts from a freshly migrated database.
// With --check it compares instead, and fails when the committed types are not what the migrations make.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Connection, openEmbeddedCluster } from '../server/platform/database/cluster/index.ts'
import { migrate } from '../server/platform/database/migrate.ts'

const target = fileURLToPath(new URL('../server/platform/database/tables.generated.ts', import.meta.url))
const password = 'types'

export async function generateTables(owner: Connection): Promise<string> {
  const { user, host, port, database } = owner
  const url = `postgres://${user}:${owner.password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
  const codegen = fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url))
  const flags = [
    '--print',
    '--log-level',
    'silent',
    '--dialect',
    'postgres',
    '--default-schema',
    'assay',
    '--include-pattern',
    'assay.*',
    '--exclude-pattern',
    'assay.migrations',
  ]
  const printed = execFileSync(
    process.execPath,
    [codegen, ...flags, '--date-parser', 'string', '--type-mapping', '{"int8":"number"}', '--url', url],
    { encoding: 'utf8' },
  )
  return printed
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const directory = mkdtempSync(join(tmpdir(), 'assay-types-'))
  const passwords = {
    assay_owner: password,
    assay_app: password,
    assay_identity: password,
    assay_maintenance: password,
  }
  const cluster = await openEmbeddedCluster({
    directory: join(directory, 'database'),
    passwords,
    progress: () => undefined,
    testing: true,
  })
  try {
    await migrate(cluster.connection('assay_owner'), { progress: console.log })
    const types = await generateTables(cluster.connection('assay_owner'))
    if (process.argv.includes('--check')) {
      if (types !== readFileSync(target, 'utf8')) {
        console.error('The table types are out of date. Run node scripts/generate-tables.ts and commit the result.')
        process.exitCode = 1
      }
    } else writeFileSync(target, types)
  } finally {
    await cluster.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
