import { join } from 'node:path'
import type { Pool } from 'pg'
import { openBlobs } from '#platform/blobs/index.ts'
import type { Config } from '#platform/config.ts'
import { change, type Door } from '#platform/database/change.ts'
import {
  type Cluster,
  openEmbeddedCluster,
  openServerCluster,
  type Passwords,
} from '#platform/database/cluster/index.ts'
import { openPool } from '#platform/database/pool.ts'
import { stopPdf } from '#platform/documents/index.ts'
import { buildHttp, type Http } from '#platform/http/http.ts'
import { type Jobs, openJobs } from '#platform/jobs/index.ts'
import { openEpoch, openSealer, originHost, type Sealer } from '#platform/log/index.ts'
import { openSecrets, type Secrets } from '#platform/secrets.ts'
import { type Accounts, findCaller, loadGrants, openAccounts } from '#rooms/identity/index.ts'
import { jobsThatFollow } from './follow.ts'
import { queues } from './jobs.ts'
import { permissions } from './permissions.ts'
import { type Parts, registerRooms } from './rooms.ts'
import { systemActor } from './system-actor.ts'

export type House = {
  config: Config
  secrets: Secrets
  door: Door
  accounts: Accounts
  http: Http
  /** later work; started by whoever serves, not by composing */
  jobs: Jobs
  /** signs the logs; started by whoever serves, not by composing */
  sealer: Sealer
  /** the maintenance role's pool: reads every organization */
  keeper: Pool
  close(): Promise<void>
}

/** The passwords of the database roles follow from the master key, so that every process of the house agrees on them. */
export function rolePasswords(secrets: Secrets): Passwords {
  return {
    assay_owner: secrets.derive('role owner'),
    assay_app: secrets.derive('role app'),
    assay_identity: secrets.derive('role identity'),
    assay_maintenance: secrets.derive('role maintenance'),
  }
}

/** The PostgreSQL server that the settings name, or our own in the data folder. */
export async function openCluster(
  config: Config,
  secrets: Secrets,
  progress: (line: string) => void,
): Promise<Cluster> {
  const passwords = rolePasswords(secrets)
  if (config.databaseUrl) return await openServerCluster({ url: config.databaseUrl, passwords, progress })
  return await openEmbeddedCluster({ directory: join(config.data, 'database'), passwords, progress })
}

/** Puts the house together on an open, migrated database. `database` names another one in the same cluster (tests). */
export async function compose(config: Config, cluster: Pick<Cluster, 'connection'>, database?: string): Promise<House> {
  const secrets = openSecrets(config)
  const pool = openPool(cluster.connection('assay_app', database))
  const keeper = openPool(cluster.connection('assay_maintenance', database), 4)
  const accounts = openAccounts({
    connection: cluster.connection('assay_identity', database),
    url: config.url,
    secret: secrets.derive('session cookies'),
    secureCookies: config.secureCookies,
    sessions: config.sessions,
  })
  let jobsWait = false
  const door: Door = {
    pool,
    grantsOf: loadGrants(permissions),
    follow: jobsThatFollow,
    async enqueue(_tx, client, wanted) {
      await jobs.enqueue(client, wanted)
      jobsWait = true
    },
    committed() {
      sealer.notify()
      if (jobsWait) jobs.wake()
      jobsWait = false
    },
  }
  const http = await buildHttp({ config, door, callerOf: findCaller(pool, accounts) })
  const blobs = openBlobs({ folder: join(config.data, 'blobs'), limit: config.uploadLimit })
  const parts: Parts = { config, secrets, door, accounts, pool, blobs }
  const jobs = openJobs({ pool, keeper, queues, parts: () => ({ ...parts, book }), log: http.log })
  const hostOf = (demo: boolean) => originHost(config.url, demo)
  const sealer = openSealer({
    keeper,
    secrets,
    folder: join(config.data, 'checkpoints'),
    hostOf,
    log: http.log,
    async openEpoch(org, loss) {
      const host = hostOf(loss.demo)
      const opened = await change(door, systemActor(org, 'sealer'), 'log:open-epoch', (it) =>
        openEpoch(it, { host, loss }),
      )
      if (!opened.ok) throw new Error('the system may not open an epoch')
    },
  })
  const book = registerRooms(http, parts)
  return {
    config,
    secrets,
    door,
    accounts,
    http,
    jobs,
    sealer,
    keeper,
    async close() {
      await http.close()
      await sealer.stop()
      await jobs.stop()
      await stopPdf()
      await accounts.close()
      await keeper.end()
      await pool.end()
    },
  }
}
