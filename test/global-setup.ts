import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Connection, openEmbeddedCluster } from '../server/platform/database/cluster/index.ts'
import { openSecrets } from '../server/platform/secrets.ts'
import { bringForward } from '../server/app/bring-forward.ts'
import { rolePasswords } from '../server/app/compose.ts'

declare module 'vitest' {
  interface ProvidedContext {
    masterKey: string
    cluster: { owner: Connection; app: Connection; identity: Connection; maintenance: Connection }
  }
}

/**
 * One PostgreSQL for the whole run, with a migrated database that every test file clones; and a guard in every process that is
 * started from here on, which lets nothing reach a host but this one.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'assay-test-'))
  const attempts = join(directory, 'outside-hosts')
  writeFileSync(attempts, '')
  const guard = new URL(`./no-outside.mjs?attempts=${encodeURIComponent(attempts)}`, import.meta.url)
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import=${guard.href}`.trim()
  const masterKey = '11'.repeat(32)
  const cluster = await openEmbeddedCluster({
    directory: join(directory, 'database'),
    passwords: rolePasswords(openSecrets({ masterKey, masterKeyFile: '' })),
    progress: () => undefined,
    testing: true,
  })
  await bringForward(cluster.connection('assay_owner'), { progress: () => undefined })
  project.provide('masterKey', masterKey)
  project.provide('cluster', {
    owner: cluster.connection('assay_owner'),
    app: cluster.connection('assay_app'),
    identity: cluster.connection('assay_identity'),
    maintenance: cluster.connection('assay_maintenance'),
  })
  return async () => {
    await cluster.stop()
    const outside = readFileSync(attempts, 'utf8')
    rmSync(directory, { recursive: true, force: true })
    if (outside) throw new Error(`The tests asked for hosts outside of this machine:\n${outside}`)
  }
}
