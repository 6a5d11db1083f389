import { unzipSync, type Zippable, zipSync } from 'fflate'

// The first instant that a zip can hold. Zips have no time zone, so it is built of local parts: the same bytes everywhere.
const beginning = new Date(1980, 0, 1)
/** The same instant as a zip writes it: midnight, and 1 January of the year 0 after 1980. */
const beginningInZip = 0x00_21_00_00

/** The same archive with other content in some parts (`path` as in the archive) and fixed times: equal content, equal bytes. */
export function rewrittenZip(
  archive: Uint8Array,
  rewrite: (path: string, content: Uint8Array) => Uint8Array,
): Uint8Array {
  const parts = Object.entries(unzipSync(archive)).map(([path, content]): [string, Zippable[string]] => [
    path,
    [rewrite(path, content), { mtime: beginning, level: 6 }],
  ])
  return zipSync(Object.fromEntries(parts))
}

const signatures = { local: 0x04_03_4b_50, central: 0x02_01_4b_50 }

/** The same archive with fixed times, nothing packed anew. Throws on what is no zip, or one of more than 65,534 parts. */
export function withFixedTimes(archive: Uint8Array): Uint8Array {
  const stamped = Buffer.from(archive)
  const end = stamped.lastIndexOf('PK\u0005\u0006')
  const count = end < 0 ? 0xff_ff : stamped.readUInt16LE(end + 10)
  if (count === 0xff_ff) throw new Error('no zip, or one in the form for many parts')
  let at = stamped.readUInt32LE(end + 16)
  for (let part = 0; part < count; part += 1) {
    const local = stamped.readUInt32LE(at + 42)
    if (stamped.readUInt32LE(at) !== signatures.central || stamped.readUInt32LE(local) !== signatures.local)
      throw new Error('a zip whose parts are not where its list says')
    stamped.writeUInt32LE(beginningInZip, at + 12)
    stamped.writeUInt32LE(beginningInZip, local + 10)
    const variable = stamped.readUInt16LE(at + 28) + stamped.readUInt16LE(at + 30) + stamped.readUInt16LE(at + 32)
    at += 46 + variable
  }
  return stamped
}
