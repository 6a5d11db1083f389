import type { FastifyReply, FastifyRequest } from 'fastify'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { Refused } from '../http/caller.ts'
import type { Refusals } from '../http/problem.ts'
import type { BlobRefusal, Blobs, StoredFile } from './blobs.ts'
import type { Blob } from './record.ts'

export type Upload = { file: StoredFile; fields: Record<string, string> }
export type UploadRefusal = BlobRefusal | { kind: 'no-file' }

/** The words of every refusal of an upload; spread them into the route's own. */
export const uploadRefusals = {
  'no-file': [400, 'Send the file as multipart/form-data, in a part with a file name.'],
  empty: [422, 'This file is empty. Choose another one.'],
  'too-large': [413, 'This file is larger than this Assay takes. Split it, or have ASSAY_UPLOAD_LIMIT raised.'],
  'type-refused': [
    415,
    'Files of this kind are not kept. Send a PDF, an image, an office document, a text (TXT, MD, CSV, JSON, YAML) or a ZIP.',
  ],
  'page-refused': [
    415,
    'Web pages, SVG and XML are not kept, since they can carry scripts. Save the page as a PDF and send that.',
  ],
  'macros-refused': [415, 'Office files with macros are not kept. Save the file without macros and send that.'],
  'disk-full': [
    507,
    'The disk of the server is full and nothing was kept. Ask who runs Assay to make room, then retry.',
  ],
} as const satisfies Refusals

/**
 * Takes the one file of a multipart request in, and the fields beside it. Asks for the route's permission first, so that
 * nobody without it fills the disk.
 */
export async function receiveUpload(request: FastifyRequest, blobs: Blobs): Promise<Result<Upload, UploadRefusal>> {
  await request.read(() => Promise.resolve())
  if (!request.isMultipart()) return refuse({ kind: 'no-file' })
  const fields: Record<string, string> = {}
  let file: StoredFile | undefined
  // The store counts the bytes itself; the parser must not cut a file short before it has seen one byte too many.
  for await (const part of request.parts({ limits: { fileSize: Number.MAX_SAFE_INTEGER, files: 1 } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value)
      continue
    }
    const stored = await blobs.store(part.file, { name: part.filename })
    if (!stored.ok) return stored
    file = stored.value
  }
  return file ? ok({ file, fields }) : refuse({ kind: 'no-file' })
}

/** Shown in the browser only where nothing in it can run; everything else is handed over as a file. */
const shownInPlace = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'])

/** Sends a kept file under a name, such that no browser runs anything in it. */
export async function sendBlob(reply: FastifyReply, blobs: Blobs, blob: Blob, name: string): Promise<FastifyReply> {
  if (!(await blobs.has(blob.sha256))) {
    throw new Refused(
      410,
      'content-missing',
      'The record of this file is here, but its content is not. Ask who runs Assay to restore the blob folder from a backup.',
    )
  }
  const place = shownInPlace.has(blob.type) ? 'inline' : 'attachment'
  return await reply
    .header('Content-Disposition', `${place}; filename*=UTF-8''${encodeRfc5987(name)}`)
    .header('Content-Length', blob.size)
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .type(blob.type.startsWith('text/') ? `${blob.type}; charset=utf-8` : blob.type)
    .send(blobs.read(blob.sha256))
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (it) => `%${it.charCodeAt(0).toString(16)}`)
}
