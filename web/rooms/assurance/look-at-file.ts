import type { Inspection } from '@assay/server/rooms/assurance/files/contract.ts'
import { api, type Wire } from '../../ui/api.ts'

export type Look = Wire<Inspection>

const headBytes = 1024 * 1024

/**
 * What a file holds, as a measurement would read it. Of text only the beginning is sent; Parquet and zstd have to come whole, since a
 * browser cannot read them. The server keeps nothing of it. Rejects with the refusal.
 */
export async function lookAt(file: File): Promise<Look> {
  const head = await headOf(file)
  if (head === null) return await sent(file)
  try {
    // Of a beginning nobody knows how long the whole is.
    return { ...(await sent(head)), total: null }
  } catch (refusal) {
    // A quoted value may go across the cut, so the whole file is asked before it is refused.
    if (file.size > mostBytes) throw refusal
    return await sent(file)
  }
}

const mostBytes = 64 * 1024 * 1024

async function sent(file: File): Promise<Look> {
  const form = new FormData()
  form.set('file', file)
  return await api.post<Look>('/measurement-inspections', form)
}

/** The first lines of a long text, unpacked where it is gzip; null where the file itself has to be sent. */
async function headOf(file: File): Promise<File | null> {
  const mark = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  const isGzip = mark[0] === 0x1f && mark[1] === 0x8b
  if (isGzip) return cutAtLine(await firstBytes(file.stream().pipeThrough(new DecompressionStream('gzip'))), file.name)
  const isText = !beginsWith(mark, [0x50, 0x41, 0x52, 0x31]) && !beginsWith(mark, [0x28, 0xb5, 0x2f, 0xfd])
  return isText && file.size > headBytes ? cutAtLine(await firstBytes(file.stream()), file.name) : null
}

function beginsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

async function firstBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader()
  const bytes = new Uint8Array(headBytes)
  let length = 0
  while (length < headBytes) {
    const { done, value } = await reader.read()
    if (done) break
    const taken = value.subarray(0, headBytes - length)
    bytes.set(taken, length)
    length += taken.length
  }
  await reader.cancel()
  return bytes.slice(0, length)
}

function cutAtLine(bytes: Uint8Array<ArrayBuffer>, name: string): File {
  const end = bytes.length < headBytes ? bytes.length : bytes.lastIndexOf(10) + 1
  return new File([bytes.slice(0, end === 0 ? bytes.length : end)], name.replace(/\.gz$/i, ''))
}
