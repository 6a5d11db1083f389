import type { Document } from './document.ts'

/** The document itself as JSON, two spaces, one line feed at the end: for machines and for comparing two reports. */
export function renderJson(document: Document): string {
  return `${JSON.stringify({ format: 'assay-document/1', ...document }, null, 2)}\n`
}
