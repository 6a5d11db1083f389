// A program for the tests: opens the cluster in the folder that its argument names, says so, and holds it until it is
// told to stop or killed.
import { openEmbeddedCluster } from './index.ts'
import { passwords } from './trial.ts'

const [directory = ''] = process.argv.slice(2)
const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`)
try {
  const cluster = await openEmbeddedCluster({ directory, passwords, progress: () => {} })
  const held = setInterval(() => {}, 60_000)
  process.once('SIGTERM', () => {
    clearInterval(held)
    void cluster.stop()
  })
  say({ opened: cluster.processId })
} catch (error) {
  say({ refused: error instanceof Error ? error.message : String(error) })
}
