import { unzipSync, type Zippable, zipSync } from 'fflate'

// The first instant that a zip can hold. Zips have no time zone, so it is built of local parts: the same bytes everywhere.
const beginning = new Date(1980, 0, 1)

/**
 * The same archive with fixed times, so that equal content gives equal bytes. `rewrite` may change a part on the way
 * (`path` as in the archive). Order of the parts is kept: office programs expect `[Content_Types].xml` first.
 */
export function repeatableZip(
  archive: Uint8Array,
  rewrite: (path: string, content: Uint8Array) => Uint8Array = (_path, content) => content,
): Uint8Array {
  const parts = Object.entries(unzipSync(archive)).map(([path, content]): [string, Zippable[string]] => [
    path,
    [rewrite(path, content), { mtime: beginning, level: 6 }],
  ])
  return zipSync(Object.fromEntries(parts))
}
