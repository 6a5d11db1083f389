import { readConfig } from '#platform/config.ts'
import { makeToken, openSecrets } from '#platform/secrets.ts'
import { bringForward } from './bring-forward.ts'
import { compose, openCluster } from './compose.ts'

const progress = (line: string) => console.log(line)

export async function start(): Promise<void> {
  const config = readConfig()
  const secrets = openSecrets(config)
  const cluster = await openCluster(config, secrets, progress)
  await bringForward(cluster.connection('assay_owner'), { progress })
  const house = await compose(config, cluster)
  await house.sealer.start()
  await house.jobs.start()
  await house.http.listen({ host: config.bind, port: config.port })
  console.log(`Assay is at ${config.url.origin}`)
  const stop = async () => {
    await house.close()
    await cluster.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
  const { token, hash } = makeToken()
  const { rowCount } = await house.accounts.pool.query(
    `insert into setup (token_hash) values ($1) on conflict (only_one) do update set token_hash = excluded.token_hash where setup.used_at is null`,
    [hash],
  )
  if (rowCount) console.log(`Set up at ${config.url.origin}/setup#token=${token}`)
}
await start()
