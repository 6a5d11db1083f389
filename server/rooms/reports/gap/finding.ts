import { type Block, dayIn, type Inline, type Text } from '#platform/documents/index.ts'
import type { Cited, ReportFinding } from './source.ts'
import { badgeOf, declaredBadge, titleOf } from './standings.ts'

const signs: Record<ReportFinding['reasons'][number]['kind'], string> = {
  proves: 'Shown: ',
  lacks: 'Lacking: ',
  stale: 'Stale: ',
  note: 'Note: ',
}

/** One clause or control: where it stands, what was declared, the reasons with the ids of their records, what to do next. */
export function findingBlocks(finding: ReportFinding): Block[] {
  const { ref, reasons, next, declared } = finding
  return [
    { kind: 'heading', level: 3, ref, text: titleOf(ref) },
    {
      kind: 'definitions',
      items: [
        { term: 'Shown by records', text: [badgeOf(finding)] },
        { term: 'Declared by people', text: declared ? [declaredBadge(declared.level)] : 'not answered' },
        ...(declared ? [{ term: 'What was said', text: saidBy(declared) }] : []),
        ...(finding.disagreement ? [{ term: 'Disagreement', text: disagreement(finding.disagreement) }] : []),
      ],
    },
    { kind: 'list', items: reasons.map(reasonText) },
    ...(next === '' ? [] : [{ kind: 'paragraph', text: [strong('Next: '), text(next)] } satisfies Block]),
  ]
}

function saidBy({ note, by, on }: NonNullable<ReportFinding['declared']>): string {
  const who = [by, on && dayIn('en', on)].filter(Boolean).join(', ')
  return who === '' ? note : `${note} (${who})`
}

function disagreement(kind: NonNullable<ReportFinding['disagreement']>): string {
  return kind === 'declared-above' ? 'declared above what the records show' : 'declared below what the records show'
}

function reasonText({ kind, text: words, cites }: ReportFinding['reasons'][number]): Text {
  return [strong(signs[kind]), text(words), ...cites.flatMap(cited)]
}

function cited({ ref, name }: Cited): Inline[] {
  return [{ kind: 'break' }, text(`${name} `), { kind: 'code', text: ref }]
}

function text(words: string): Inline {
  return { kind: 'text', text: words }
}

export function strong(words: string): Inline {
  return { kind: 'strong', children: [text(words)] }
}
