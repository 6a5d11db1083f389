// Fails when the committed table types or the client are not what the migrations and the routes make.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

for (const script of ['generate-tables.ts', 'generate-sdk.ts']) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), '--check'], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
