#!/usr/bin/env node
// Runs on any Node from 12 on, and hands over to the Node that Assay is pinned to: Assay's TypeScript runs as it
// stands, which older ones cannot do.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const wanted = 24
const main = join(dirname(fileURLToPath(import.meta.url)), 'main.ts')

if (Number.parseInt(process.versions.node, 10) >= wanted) await import('./main.ts')
else handOver(pinnedNode())

/** The pinned Node's binary, found from this file and not from the working directory; null where none is installed. */
function pinnedNode() {
  const require = createRequire(import.meta.url)
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  for (const name of [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]) {
    try {
      return join(dirname(require.resolve(`${name}/package.json`)), 'bin', file)
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  return null
}

function handOver(node) {
  if (node === null) return refuse(`no pinned Node for ${process.platform}-${process.arch} is installed`)
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well; sending it twice would cut a graceful stop short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', (error) => refuse(`the pinned Node at ${node} does not start (${error.message})`))
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]))
}

function refuse(why) {
  process.stderr.write(
    `assay: needs Node ${wanted} or newer, this is ${process.version}, and ${why}.\n` +
      `Install Node ${wanted}, or run "npm ci" in Assay's folder without --omit=optional.\n`,
  )
  process.exitCode = 2
}
