import { join } from 'node:path'
import type { OrganizationId } from '#kernel/id.ts'
import type { Config } from '#platform/config.ts'
import type { Door, Who } from '#platform/database/change.ts'
import { type Cluster, openEmbeddedCluster, type Passwords } from '#platform/database/cluster/index.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openPool } from '#platform/database/pool.ts'
import { buildHttp, type Http } from '#platform/http/http.ts'
import { openSecrets, type Secrets } from '#platform/secrets.ts'
import { type Accounts, findCaller, loadGrants, openAccounts } from '#rooms/identity/index.ts'
import { permissions } from './permissions.ts'
import { registerRooms } from './rooms.ts'

export type House = {
  config: Config
  secrets: Secrets
  door: Door
  accounts: Accounts
  http: Http
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

export async function openCluster(
  config: Config,
  secrets: Secrets,
  progress: (line: string) => void,
): Promise<Cluster> {
  const passwords = rolePasswords(secrets)
  return await openEmbeddedCluster({ directory: join(config.data, 'database'), passwords, progress })
}

/** Puts the house together on an open, migrated database. `database` names another one in the same cluster (tests). */
export async function compose(config: Config, cluster: Pick<Cluster, 'connection'>, database?: string): Promise<House> {
  const secrets = openSecrets(config)
  const pool = openPool(cluster.connection('assay_app', database))
  const accounts = openAccounts({
    connection: cluster.connection('assay_identity', database),
    url: config.url,
    secret: secrets.derive('session cookies'),
    secureCookies: config.secureCookies,
  })
  const door: Door = {
    pool,
    grantsOf: loadGrants(permissions),
    enqueue: () => Promise.resolve(),
    committed: () => undefined,
  }
  const http = await buildHttp({ config, door, callerOf: findCaller(pool, accounts) })
  registerRooms(http, { config, secrets, door, accounts, pool })
  return {
    config,
    secrets,
    door,
    accounts,
    http,
    async close() {
      await http.close()
      await accounts.close()
      await pool.end()
    },
  }
}

/** The system acting by itself (jobs, the sealer): every permission, and named as what it is in the trail. */
export function systemActor(org: OrganizationId, name: string): Who {
  return { org, actor: `system:${name}`, person: null, scopes: Object.keys(permissions) }
}

export { migrate }
