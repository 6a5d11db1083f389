// Writes sdk/openapi.generated.json and sdk/api.generated.ts from the routes as they stand; needs no database.
// With --check it compares instead, and fails when what is committed is not what the routes say.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compose } from '../server/app/compose.ts'
import { readConfig } from '../server/platform/config.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const targets = { document: here('../sdk/openapi.generated.json'), types: here('../sdk/api.generated.ts') }

async function describeApi(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'assay-sdk-'))
  const config = readConfig({ ASSAY_DATA: data, ASSAY_LOG: 'silent' })
  // nothing is asked of the database: the connection is never opened
  const nowhere = { host: data, port: 1, user: 'none', password: 'none', database: 'none' }
  const house = await compose(config, { connection: () => nowhere })
  await house.http.ready()
  const document = house.http.swagger()
  await house.close()
  rmSync(data, { recursive: true, force: true })
  return `${JSON.stringify(document, null, 1)}\n`
}

const document = await describeApi()
const folder = mkdtempSync(join(tmpdir(), 'assay-openapi-'))
const file = join(folder, 'openapi.json')
writeFileSync(file, document)
execFileSync(
  process.execPath,
  [here('../node_modules/openapi-typescript/bin/cli.js'), file, '-o', join(folder, 'api.ts')],
  { stdio: 'ignore' },
)
const types = readFileSync(join(folder, 'api.ts'), 'utf8')
rmSync(folder, { recursive: true, force: true })

if (process.argv.includes('--check')) {
  const current = readFileSync(targets.document, 'utf8') === document && readFileSync(targets.types, 'utf8') === types
  if (!current) {
    console.error('The client is out of date. Run node scripts/generate-sdk.ts and commit the result.')
    process.exitCode = 1
  }
} else {
  writeFileSync(targets.document, document)
  writeFileSync(targets.types, types)
}
