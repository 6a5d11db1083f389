import {
  type Block,
  dayIn,
  type Document as Printable,
  type MadeFrom,
  markdownToBlocks,
  type Section,
  type Text,
} from '#platform/documents/index.ts'
import type { DocumentView, VersionView } from './contract.ts'

/** A version as it is printed: its text in numbered chapters, and last who wrote, approved and keeps it. */
export function toPrint(
  document: DocumentView,
  version: VersionView & { body: string },
  { organization, madeFrom }: { organization: string; madeFrom: MadeFrom },
): Printable {
  const notice = noticeOf(version)
  return {
    title: document.title,
    subtitle: [document.code, `Version ${version.number}`, stateInWords[version.state]].filter(Boolean).join(' · '),
    cover: {
      organization,
      madeFrom,
      language: 'en',
      classification:
        document.readers === 'everyone' ? 'For everyone in the organization' : 'For the AI management system',
      ...(notice && { notice }),
    },
    sections: [
      ...chapters(version.body, document.title),
      { title: 'Document control', blocks: [control(document, version)] },
    ],
  }
}

export const stateInWords: Record<VersionView['state'], string> = {
  draft: 'Draft, not approved',
  'in-review': 'In review, not approved',
  approved: 'Approved, not yet effective',
  effective: 'Effective',
  obsolete: 'Obsolete',
  discarded: 'Discarded draft',
}

function noticeOf({ state, obsoleteOn }: VersionView): string | null {
  if (state === 'effective') return null
  if (state === 'obsolete') return `Obsolete since ${day(obsoleteOn)}. Kept as a record; do not work by it.`
  return 'This version does not hold. Do not work by it.'
}

/** The uppermost headings of the text become chapters; a first one that only repeats the title is left out. */
function chapters(body: string, title: string): Section[] {
  const all = markdownToBlocks(body)
  const [first] = all
  const repeats = first?.kind === 'heading' && first.text.trim().toLowerCase() === title.trim().toLowerCase()
  const blocks = repeats ? all.slice(1) : all
  const top = Math.min(...blocks.map((block) => (block.kind === 'heading' ? block.level : 5)))
  const sections: Section[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === top) sections.push({ title: block.text, blocks: [] })
    else if (sections.length === 0) sections.push({ title, blocks: [raised(block, top)] })
    else sections.at(-1)?.blocks.push(raised(block, top))
  }
  return sections.length > 0
    ? sections
    : [{ title, blocks: [{ kind: 'paragraph', text: 'This version has no text.' }] }]
}

/** Headings below a chapter begin at level 2, whatever they were in the text. */
function raised(block: Block, top: number): Block {
  if (block.kind !== 'heading') return block
  const level = block.level - top + 1
  return { ...block, level: level <= 2 ? 2 : level === 3 ? 3 : 4 }
}

function control(document: DocumentView, version: VersionView): Block {
  const { approval } = version
  const rows: [string, string | null][] = [
    ['Title', document.title],
    ['Document', document.code],
    ['Version', String(version.number)],
    ['State', stateInWords[version.state]],
    ['Written by', version.authors.map(({ name }) => name).join(', ')],
    [
      'Approved by',
      approval && `${approval.by.name}, ${day(approval.on)}${approval.outside ? ' (approved outside Assay)' : ''}`,
    ],
    ['Effective from', version.effectiveOn && day(version.effectiveOn)],
    ['Obsolete since', version.obsoleteOn && day(version.obsoleteOn)],
    ['Owner', document.owner?.name ?? 'not named'],
    ['Next review', version.state === 'effective' && document.reviewDueOn ? day(document.reviewDueOn) : null],
    [
      'Retention',
      document.retentionMonths ? `${document.retentionMonths} months after it becomes obsolete` : 'not set',
    ],
    ['What is new', version.summary || null],
  ]
  const known = rows.filter((row): row is [string, string] => row[1] !== null && row[1] !== '')
  return { kind: 'definitions', items: known.map(([term, text]): { term: Text; text: Text } => ({ term, text })) }
}

function day(text: string | null): string {
  return text ? dayIn('en', `${text}T00:00:00Z`) : ''
}
