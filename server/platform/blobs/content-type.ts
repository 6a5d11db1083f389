import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { ok, refuse, type Result } from '#kernel/result.ts'

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

/** What may be kept, by what the content itself shows. */
const recognized = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/tiff',
  'image/heic',
  'application/zip',
  'application/gzip',
  'application/zstd',
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
  `${open}.text`,
  `${open}.spreadsheet`,
  `${open}.presentation`,
  'application/vnd.apache.parquet',
  'application/x-parquet',
])

/** Texts carry no mark of their own: the ending of the name says which kind it is. */
const texts: Record<string, string> = {
  '.txt': 'text/plain',
  '.log': 'text/plain',
  '.eml': 'message/rfc822',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.toml': 'application/toml',
  '.sarif': 'application/sarif+json',
}

/** The old office formats are one container; the name says which. */
const containers: Record<string, string> = {
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.msg': 'application/vnd.ms-outlook',
}

export type TypeRefusal = { kind: 'type-refused' } | { kind: 'page-refused' } | { kind: 'macros-refused' }

/**
 * The media type of a stored file, from its content; for texts and the old office container also from its name. `isText`
 * says whether it holds no control characters. Refuses what could run in somebody's browser or office program.
 */
export async function typeOf(
  path: string,
  { name, isText }: { name: string; isText: boolean },
): Promise<Result<string, TypeRefusal>> {
  const ending = extname(name).toLowerCase()
  const found = await fileTypeFromFile(path)
  if (found?.mime.includes('macroenabled')) return refuse({ kind: 'macros-refused' })
  if (found && recognized.has(found.mime)) return ok(found.mime)
  if (found?.mime === 'application/x-cfb' && containers[ending]) return ok(containers[ending])
  if (isPage(ending) || found?.mime === 'application/xml' || found?.mime === 'image/svg+xml') {
    return refuse({ kind: 'page-refused' })
  }
  if (isText && (!found || found.mime.startsWith('text/')) && texts[ending]) return ok(texts[ending])
  return refuse({ kind: 'type-refused' })
}

function isPage(ending: string): boolean {
  return ['.html', '.htm', '.xhtml', '.svg', '.xml', '.mht', '.mhtml'].includes(ending)
}
