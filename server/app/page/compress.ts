import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]

/** Lays a compressed copy beside every text of the page that is worth it, once, instead of at every request. */
export async function compressFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    if (!/\.(js|css|html|svg|json|txt|webmanifest)$/.test(name) || (await stat(path)).size < 1000) continue
    const content = await readFile(path)
    // The highest brotli level takes ten times as long for some hundredths less.
    await writeFile(`${path}.br`, await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    await writeFile(`${path}.gz`, await zip(content, { level: 9 }))
  }
}
