import { type Block, dayIn, type Document, instantIn, type MadeFrom, type Section } from '#platform/documents/index.ts'
import { findingBlocks } from './finding.ts'
import { planSection } from './plan.ts'
import type { GapSource } from './source.ts'
import { badgeOf, count, declaredBadge, groupsOf, looks, standings, titleOf } from './standings.ts'
import { disagreementsOf } from './summary.ts'
import { summarySection } from './management-summary.ts'

export const title = 'Gap report against ISO/IEC 42001:2023'

const notice =
  'This report shows what the records prove and what people declare. It is no certificate and predicts no audit: only an ' +
  'accredited certification body decides on certification.'

/** The gap report as a document: the same source and the same state of the log always give the same one. */
export function gapDocument(source: GapSource, madeFrom: MadeFrom): Document {
  const { findings, organization, scope } = source
  const clauses = findings.filter(({ kind }) => kind === 'clause')
  const controls = findings.filter(({ kind }) => kind === 'control')
  return {
    title,
    subtitle: 'Where every clause and control stands, why, and what to do next',
    cover: { organization, madeFrom, notice, classification: 'Confidential', language: 'en', ...(scope && { scope }) },
    sections: [
      summarySection(source),
      readingSection(source, madeFrom),
      { title: 'Clauses 4 to 10', startsOnNewPage: true, blocks: groupsOf(clauses).flatMap(groupBlocks) },
      { title: 'Controls of Annex A', startsOnNewPage: true, blocks: groupsOf(controls).flatMap(groupBlocks) },
      disagreementSection(source),
      planSection(source.plan),
    ],
  }
}

function groupBlocks({ ref, title: heading, findings }: ReturnType<typeof groupsOf>[number]): Block[] {
  return [{ kind: 'heading', level: 2, ref, text: heading }, ...findings.flatMap(findingBlocks)]
}

function readingSection({ findings, assessment, rulesVersion }: GapSource, madeFrom: MadeFrom): Section {
  const counts = count(findings)
  return {
    title: 'How to read this report',
    blocks: [
      { kind: 'paragraph', text: fromWhat(assessment, madeFrom) },
      {
        kind: 'paragraph',
        text:
          'Each clause and control stands at the highest level that records prove. A level that a person declared stands ' +
          'beside it, marked as declared, and is never counted. Levels of different clauses do not add up, so there is no ' +
          `overall figure. The findings follow the rules of version ${rulesVersion}.`,
      },
      {
        kind: 'table',
        caption: 'The levels, and how many clauses and controls stand at each',
        columns: [
          { title: 'Level', width: 2.4 },
          { title: 'What it means', width: 6 },
          { title: 'Number', width: 1.2, align: 'end' },
        ],
        rows: standings.map((standing) => {
          const { word, shape, tone, meaning } = looks[standing]
          return [[{ kind: 'badge', word, shape, tone }], meaning, counts[standing]]
        }),
      },
      { kind: 'paragraph', text: coverage(madeFrom) },
    ],
  }
}

function fromWhat(assessment: GapSource['assessment'], { seq, instant }: MadeFrom): string {
  const asOf = `entry ${seq} of the log, ${instantIn('en', instant)}`
  if (!assessment) return `Everything here was read from the records as they stood after ${asOf}.`
  return (
    `The findings are those of the gap assessment “${assessment.name}” as it was concluded on ` +
    `${dayIn('en', assessment.concludedOn)} (entry ${assessment.seq}). The plan was read from the records as they stood ` +
    `after ${asOf}.`
  )
}

/** Whether the checkpoint that is printed fixes the entry that the report was made from. */
function coverage({ seq, checkpoint }: MadeFrom): string {
  if (checkpoint === null) return 'No signed checkpoint fixes these records yet; the next one of the log will.'
  const { size } = treeOf(checkpoint)
  return size >= seq
    ? `The signed checkpoint at the end of this report fixes ${size} entries, those that it was made from among them.`
    : `The signed checkpoint at the end of this report fixes entries up to ${size}; a later one of the log fixes the ` +
        `entries up to ${seq}.`
}

/** What a signed note says: how many entries it fixes (its second line), and the root over them (its third). */
export function treeOf(checkpoint: string): { size: number; root: string } {
  const [, size, root = ''] = checkpoint.split('\n')
  return { size: Number(size ?? 0), root }
}

function disagreementSection({ findings }: GapSource): Section {
  const rows = disagreementsOf(findings)
  return {
    title: 'Where people and records disagree',
    startsOnNewPage: true,
    blocks: [
      {
        kind: 'paragraph',
        text:
          'What is declared above the records needs a record, or another answer. What is declared below them is often ' +
          'better than people think.',
      },
      {
        kind: 'table',
        columns: [
          { title: 'Requirement', width: 3.4 },
          { title: 'Declared', width: 2.2 },
          { title: 'Shown by records', width: 2 },
          { title: 'What was said', width: 4 },
        ],
        rows: rows.map((finding) => [
          `${finding.ref} ${titleOf(finding.ref)}`,
          finding.declared ? [declaredBadge(finding.declared.level)] : null,
          [badgeOf(finding)],
          finding.declared?.note ?? '',
        ]),
        empty: 'Nobody said more or less than the records show.',
      },
    ],
  }
}
