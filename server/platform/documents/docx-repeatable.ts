import { strFromU8, strToU8 } from 'fflate'
import { rewrittenZip } from './repeatable-zip.ts'

/**
 * The Word file without what the library makes anew each time: the instant of packing (it becomes that of the records),
 * random ids of links, and bookmarks counted on from the file before. Only tags and field codes are touched, never text.
 */
export function repeatableDocx(packed: Uint8Array, instant: string): Uint8Array {
  const links = counter('rIdLink')
  const bookmarks = counter('')
  return rewrittenZip(packed, (path, content) => {
    switch (path) {
      case 'docProps/core.xml':
        return edited(content, (xml) => withInstant(xml, new Date(instant).toISOString()))
      case 'word/_rels/document.xml.rels':
        return edited(content, (xml) => xml.replace(/(?<= Id=")(?!rId\d{1,6}")[^"]*/g, links))
      case 'word/document.xml':
        return edited(content, (xml) => renumbered(xml, { links, bookmarks }))
      default:
        return content
    }
  })
}

function edited(content: Uint8Array, edit: (xml: string) => string): Uint8Array {
  return strToU8(edit(strFromU8(content)))
}

function withInstant(xml: string, instant: string): string {
  return xml.replace(/(<dcterms:(created|modified) [^>]*>)[^<]*/g, `$1${instant}`)
}

type Renumber = (id: string) => string

function renumbered(xml: string, { links, bookmarks }: { links: Renumber; bookmarks: Renumber }): string {
  const bookmark = (text: string) => text.replace(/(?<=_Toc)\d+/g, bookmarks)
  return xml
    .replace(/<w:hyperlink [^>]*>/g, (tag) => bookmark(tag).replace(/(?<= r:id=")(?!rId\d{1,6}")[^"]*/g, links))
    .replace(/<w:bookmark(?:Start|End) [^>]*>/g, (tag) => bookmark(tag).replace(/(?<= w:id=")\d+/g, bookmarks))
    .replace(/(?<=<w:instrText[^>]*>)PAGEREF [^<]*/g, bookmark)
}

/** The same id gets the same number, counted in the order in which ids are met. */
function counter(prefix: string): Renumber {
  const known = new Map<string, string>()
  return (id) => {
    const number = known.get(id) ?? `${prefix}${known.size + 1}`
    known.set(id, number)
    return number
  }
}
