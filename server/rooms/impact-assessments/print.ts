import type { Block, Document as Printable, MadeFrom, Section } from '#platform/documents/index.ts'
import { type AnswerName, headsOf, type ViewName } from './model.ts'
import { answerBlocks, day, paragraph, type Printed } from './print-answers.ts'
import {
  answerNames,
  decisionNames,
  depthNames,
  fileNames,
  headNames,
  occasionNames,
  stateNames,
} from './print-words.ts'

export const fileKinds = ['assessment', 'data-protection', 'fundamental-rights'] as const
export type FileKind = (typeof fileKinds)[number]

type Source = Printed & { organization: string; madeFrom: MadeFrom }

const order: readonly AnswerName[] = [
  'summary',
  'screening',
  'context',
  'period',
  'necessity',
  'oversight',
  'misuse',
  'failure',
  'affected',
  'impacts',
  'hitMost',
  'society',
  'consulted',
  'notConsulted',
  'measures',
  'remedies',
  'remaining',
  'facts',
  'publication',
]

/** An assessment as it is printed: whole, or its answers under the heads of another assessment that they serve. */
export function assessmentDocument(kind: FileKind, source: Source): Printable {
  const { it, organization, madeFrom } = source
  const open = it.state === 'approved' || it.state === 'reopened' ? '' : `${stateNames[it.state]}. `
  return {
    title: fileNames[kind],
    subtitle: `${it.system.name} · edition ${it.edition}`,
    cover: {
      organization,
      madeFrom,
      language: 'en',
      classification: 'For the AI management system',
      notice: `${open}${notices[kind]}`,
    },
    sections: [
      { title: 'About this assessment', blocks: [about(source)] },
      ...(kind === 'assessment' ? whole(source) : underHeads(kind, source)),
    ],
  }
}

const other =
  'It shows answers that were given once. Whether the law asks for this assessment, and whether these answers are enough for it, people decide; this is no legal advice.'
const notices: Record<FileKind, string> = {
  assessment: 'Ratings are words; no figure is computed from them.',
  'data-protection': `Answers under the heads that Article 35 GDPR asks about. ${other}`,
  'fundamental-rights': `Answers under the heads that Article 27 of the EU AI Act asks about. ${other}`,
}

function about({ it }: Printed): Block {
  const rows: [string, string | null | undefined][] = [
    ['AI system', it.system.name],
    ['Edition', `${it.edition} (${occasionNames[it.occasion]})`],
    ['State', stateNames[it.state]],
    ['Depth', it.depth && depthNames[it.depth]],
    ['Written by', it.authors.map(({ name }) => name).join(', ')],
    ['Decision', it.decision && decisionNames[it.decision]],
    [answerNames.decisionReason, it.answers.decisionReason],
    ['Approved by', it.approval && `${it.approval.by.name}, ${day(it.approval.on)}`],
    ['Note of the approval', it.approval?.note],
    [answerNames.reviewDueOn, it.reviewDueOn && day(it.reviewDueOn)],
    ['To be looked at again', it.calls.map(({ note, on }) => `${note} (${day(on)})`).join(' ')],
    ['Superseded on', it.supersededOn && day(it.supersededOn)],
  ]
  return { kind: 'definitions', items: rows.flatMap(([term, text]) => (text ? [{ term, text }] : [])) }
}

function whole(source: Source): Section[] {
  const said = order.flatMap((name): Section[] => {
    const blocks = answerBlocks(source, name)
    return blocks.length === 0 ? [] : [{ title: answerNames[name], blocks }]
  })
  const named = source.it.bearsOn.map((ref) => source.names.get(ref) ?? 'a record that may not be seen')
  if (named.length === 0) return said
  return [...said, { title: 'Risks and controls that it bears on', blocks: [{ kind: 'list', items: named }] }]
}

function underHeads(view: ViewName, source: Source): Section[] {
  return headsOf[view].map(({ id, answers }): Section => {
    const title = headNames[id] ?? id
    const blocks = answers.flatMap((name): Block[] => {
      const said = answerBlocks(source, name)
      const heading: Block[] =
        answerNames[name] === title ? [] : [{ kind: 'heading', level: 2, text: answerNames[name] }]
      return said.length === 0 ? [] : [...heading, ...said]
    })
    return { title, blocks: blocks.length > 0 ? blocks : [paragraph('Nothing was answered about this yet.')] }
  })
}
