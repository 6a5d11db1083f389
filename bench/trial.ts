import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose, type House, rolePasswords } from '../server/app/compose.ts'
import { readConfig } from '../server/platform/config.ts'
import { type Cluster, openEmbeddedCluster } from '../server/platform/database/cluster/index.ts'
import { bringForward } from '../server/app/bring-forward.ts'
import { openSecrets } from '../server/platform/secrets.ts'

/** One row of the table that `npm run bench` prints. `aim` is the limit or rival it is held against. */
export type Row = { name: string; value: number; unit: string; aim: string; note: string }

export type Trial = { house: House; cluster: Cluster; close(): Promise<void> }

/** The product on a fresh database in a temporary folder, without listening. */
export async function openTrial(): Promise<Trial> {
  const data = mkdtempSync(join(tmpdir(), 'assay-bench-'))
  const config = readConfig({ ASSAY_DATA: data, ASSAY_LOG: 'silent', ASSAY_RATE_LIMIT: 'false' })
  const passwords = rolePasswords(openSecrets(config))
  const cluster = await openEmbeddedCluster({ directory: join(data, 'database'), passwords, progress: () => undefined })
  await bringForward(cluster.connection('assay_owner'), { progress: () => undefined })
  const house = await compose(config, cluster)
  await house.http.ready()
  return {
    house,
    cluster,
    async close() {
      await house.close()
      await cluster.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
