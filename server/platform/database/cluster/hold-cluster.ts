// A program for the tests: opens the cluster that its arguments name, says so, and holds it until it is killed.
import { openEmbeddedCluster } from './index.ts'
import { passwords } from './trial.ts'

const [directory = ''] = process.argv.slice(2)
try {
  const cluster = await openEmbeddedCluster({ directory, passwords, progress: () => {} })
  process.stdout.write(
    `${JSON.stringify({ opened: cluster.processId, socket: cluster.connection('assay_app').host })}\n`,
  )
  const held = setInterval(() => {}, 60_000)
  process.once('SIGTERM', () => {
    clearInterval(held)
    void cluster.stop()
  })
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: error instanceof Error ? error.message : String(error) })}\n`)
}
