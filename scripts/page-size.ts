import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * Prints the JavaScript of the first page (gzip -6): everything that the built Home, behind the shell, loads before
 * anything is clicked; and of the sign-in page. Exits 1 above the limit. Needs `npm run build:web` first.
 */
const limitKilobytes = 200
const assets = join(import.meta.dirname, '../web/dist/assets')
const manifest: Record<string, Chunk> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../web/dist/.vite/manifest.json'), 'utf8'),
)

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; isEntry?: boolean }

const pages = {
  'sign-in': ['index.html', 'app/pages/sign-in.tsx'],
  home: ['index.html', 'app/shell/shell.tsx', 'rooms/home/home-page.tsx'],
}

for (const [page, roots] of Object.entries(pages)) {
  const files = new Set<string>()
  for (const root of roots) gather(root, files)
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, '..', file))).length, 0)
  const kilobytes = bytes / 1000
  console.log(`${page}: ${kilobytes.toFixed(1)} kB in ${files.size} files`)
  if (kilobytes > limitKilobytes) process.exitCode = 1
}
console.log(`all scripts: ${readdirSync(assets).filter((file) => file.endsWith('.js')).length} files`)

function gather(name: string, files: Set<string>): void {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`${name} is not in the built page; was it renamed?`)
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const one of chunk.imports ?? []) gather(one, files)
}
