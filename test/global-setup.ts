import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Cluster, type Connection, openEmbeddedCluster } from '../server/platform/database/cluster/index.ts'
import { localSettings } from '../server/platform/database/cluster/settings.ts'
import { openSecrets } from '../server/platform/secrets.ts'
import { bringForward } from '../server/app/bring-forward.ts'
import { rolePasswords } from '../server/app/compose.ts'
import { shareCompiledCode } from './compiled-code.ts'
import { guardAgainstOutside } from './outside-guard.ts'

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
  const guard = guardAgainstOutside(directory)
  shareCompiledCode()
  const masterKey = '11'.repeat(32)
  const cluster = await openCluster(join(directory, 'database'), masterKey)
  project.provide('masterKey', masterKey)
  project.provide('cluster', {
    owner: cluster.connection('assay_owner'),
    app: cluster.connection('assay_app'),
    identity: cluster.connection('assay_identity'),
    maintenance: cluster.connection('assay_maintenance'),
  })
  return async () => {
    await cluster.stop()
    try {
      guard.end()
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

/** Nothing here outlives the run, so nothing waits for the disk: what is kept when a machine fails is shown on houses of their own. */
const forgetful = 'fsync = off\nfull_page_writes = off\nwal_compression = off\n'

async function openCluster(directory: string, masterKey: string): Promise<Cluster> {
  const passwords = rolePasswords(openSecrets({ masterKey, masterKeyFile: '' }))
  const progress = () => undefined
  const open = () => openEmbeddedCluster({ directory, passwords, progress, testing: true })
  const made = await open()
  await made.stop()
  writeFileSync(join(directory, 'data', localSettings), forgetful, { mode: 0o644 })
  const cluster = await open()
  await bringForward(cluster.connection('assay_owner'), { progress })
  return cluster
}
