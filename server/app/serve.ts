import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { openBlobs } from '#platform/blobs/index.ts'
import type { Config } from '#platform/config.ts'
import type { Cluster } from '#platform/database/cluster/index.ts'
import { MigrationRefusal } from '#platform/database/migrate.ts'
import { makeToken, openSecrets, type Secrets } from '#platform/secrets.ts'
import { automaticTarget, keepNewest } from './backup/automatic.ts'
import { backUp } from './backup/backup.ts'
import { bringForward } from './bring-forward.ts'
import { compose, type House, openCluster } from './compose.ts'
import { type Front, openFront } from './front.ts'
import { healthRoutes } from './health.ts'
import { builtPage, preparePage } from './page/build.ts'
import { servePage } from './page/serve.ts'

export type ServeOptions = {
  config: Config
  progress(line: string): void
  /** fill an empty house with the sample organization */
  demo?: boolean
  /** leave the page away and serve the API alone */
  withoutPage?: boolean
  /** ends the start between two of its steps; \`serve\` then throws the signal's reason */
  signal?: AbortSignal
}

export type Serving = {
  /** where people open it */
  url: URL
  port: number
  /** why the database could not be brought forward: then nothing is served but that; null when all is well */
  refused: string | null
  /** the link that sets the house up, where nobody has done so */
  setUpLink: string | null
  /** Ends everything in order: requests, sealing, jobs, connections, the database. Safe to call twice. */
  stop(): Promise<void>
  /** Ends everything without waiting for anybody. */
  abandon(): Promise<void>
}

/**
 * Opens the house and serves it. The address answers "not ready" from the first moment on. When the database cannot be
 * brought forward it goes on answering so, with the reason, until it is stopped: nothing else of the house is running.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { config: given, progress, signal } = options
  const front = await openFront(given)
  const config = withPort(given, front.port)
  let cluster: Cluster | undefined
  let house: House | undefined
  try {
    const secrets = openSecrets(config)
    if (!options.withoutPage) await preparePage(progress)
    signal?.throwIfAborted()
    cluster = await openCluster(config, secrets, progress)
    signal?.throwIfAborted()
    front.say('Assay is bringing its database forward.')
    const owner = cluster.connection('assay_owner')
    await bringForward(owner, { progress, beforeChange: () => backUpFirst(config, secrets, owner, progress) })
    signal?.throwIfAborted()
    house = await compose(config, cluster)
    return await openDoors({ ...options, config }, { front, cluster, house })
  } catch (cause) {
    await house?.close().catch(() => undefined)
    await cluster?.stop()
    if (!(cause instanceof MigrationRefusal)) {
      await front.close()
      throw cause
    }
    front.say(cause.message)
    progress(cause.message)
    const stop = () => front.close()
    return { url: config.url, port: front.port, refused: cause.message, setUpLink: null, stop, abandon: stop }
  }
}

/** How many automatic backups are kept. */
const keptBackups = 5

/** Before a migration touches a database with data in it: whatever it does can be taken back. */
async function backUpFirst(config: Config, secrets: Secrets, owner: ClientConfig, progress: (line: string) => void) {
  const folder = join(config.data, 'backups')
  const target = automaticTarget(folder, new Date())
  progress(`Writing a backup before the database is brought forward: ${target}`)
  const blobs = openBlobs({ folder: join(config.data, 'blobs'), limit: config.uploadLimit })
  const checkpoints = join(config.data, 'checkpoints')
  await backUp({ owner, secrets, blobs, checkpoints, target, withoutFiles: true, progress: () => undefined })
  keepNewest(folder, keptBackups)
}

/** Port 0 asks for any free one, and an address that was not given follows the port. */
function withPort(config: Config, port: number): Config {
  const url = new URL(config.url)
  if (config.port === 0 && url.port === '0') url.port = String(port)
  return { ...config, port, url }
}

async function openDoors(
  { config, progress, demo, withoutPage, signal }: ServeOptions,
  { front, cluster, house }: { front: Front; cluster: Cluster; house: House },
): Promise<Serving> {
  let stopping = false
  healthRoutes(house.http, { keeper: house.keeper, reasons: () => (stopping ? ['Assay is stopping.'] : []) })
  if (!withoutPage) await servePage(house.http, builtPage)
  if (demo) await seedDemo(house, progress)
  progress('Checking the logs against the checkpoints kept outside of the database…')
  await house.sealer.start()
  signal?.throwIfAborted()
  await house.jobs.start()
  await front.close()
  await house.http.listen({ host: config.bind, port: config.port })
  const setUpLink = await openSetUp(house)
  let ending: Promise<void> | undefined
  return {
    url: config.url,
    port: config.port,
    refused: null,
    setUpLink,
    stop() {
      stopping = true
      ending ??= endInOrder(house, cluster)
      return ending
    },
    async abandon() {
      house.http.server.closeAllConnections()
      await cluster.stop()
    },
  }
}

/** How long a request that goes on may still take when the house is stopped. */
const patience = 15_000

async function endInOrder(house: House, cluster: Cluster): Promise<void> {
  const impatient = setTimeout(() => house.http.server.closeAllConnections(), patience)
  await house.http.close().finally(() => clearTimeout(impatient))
  // What the last requests changed is under a checkpoint when the process ends.
  await house.sealer.sealAll().catch(() => undefined)
  await house.close()
  await cluster.stop()
}

/** A link for whoever sets the house up, new at each start; none once that was done. */
async function openSetUp({ accounts, config }: House): Promise<string | null> {
  const { token, hash } = makeToken()
  const { rowCount } = await accounts.pool.query(
    `insert into setup (token_hash) values ($1)
     on conflict (only_one) do update set token_hash = excluded.token_hash where setup.used_at is null`,
    [hash],
  )
  return rowCount ? `${config.url.origin}/setup#token=${token}` : null
}

/** What fills a house with the sample organization; see `demo/seed.ts`. */
export type Seed = { seedDemo(house: House, progress: (line: string) => void): Promise<void> }

async function seedDemo(house: House, progress: (line: string) => void): Promise<void> {
  const seed = new URL('./demo/seed.ts', import.meta.url)
  if (!existsSync(seed)) throw new Error('this build has no sample organization')
  const { seedDemo: fill }: Seed = await import(seed.href)
  await fill(house, progress)
}
