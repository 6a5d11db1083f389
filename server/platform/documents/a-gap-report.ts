import type { Badge, Block, Document, Section, Shape, Tone } from './document.ts'

/**
 * A gap report of the size and shape that a real one has: a summary, two figures, seventy findings in sixteen areas, a
 * plan. Made up, for tests, benches and for looking at the page.
 */
export function aGapReport(change: Partial<Document> = {}): Document {
  return {
    title: 'Gap assessment against ISO/IEC 42001:2023',
    subtitle: 'Findings per clause and control, with the plan to close them',
    cover: {
      organization: 'Northbank Lending plc',
      scope:
        'Development and operation of credit scoring and recruitment screening, and use of a vendor’s language model in ' +
        'customer service, at the sites Dublin and Leipzig.',
      madeFrom: {
        seq: 18_452,
        instant: '2026-03-03T10:11:02.412Z',
        logOrigin: 'assay.example/northbank',
        checkpoint: aNote,
      },
      classification: 'Confidential',
      notice:
        'This document shows what the records prove. It is no certificate and no prediction of an audit: only an ' +
        'accredited certification body decides on certification.',
      language: 'en',
    },
    sections: [
      summary,
      method,
      { title: 'Clauses', startsOnNewPage: true, blocks: areas.slice(0, 7).flatMap(findingsOf) },
      { title: 'Controls of Annex A', startsOnNewPage: true, blocks: areas.slice(7).flatMap(findingsOf) },
      plan,
    ],
    ...change,
  }
}

export const aNote = [
  'assay.example/northbank',
  '18452',
  'p7QwLr0n4mJv1c3Yt9fGkXhB2sEoDzU8aWq6iVxN5Rk=',
  '',
  '— assay.example/northbank Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6QUJDREVGR0hJSktMTU5PUFFSU1Q=',
  '',
].join('\n')

const states: [string, Shape, Tone][] = [
  ['missing', 'circle-0', 'bad'],
  ['documented', 'circle-1', 'step-1'],
  ['implemented', 'circle-2', 'step-2'],
  ['operating', 'circle-3', 'step-3'],
  ['effective', 'circle-4', 'step-4'],
  ['stale', 'triangle', 'caution'],
]

function badge(index: number): Badge {
  const [word, shape, tone] = states[index % states.length] ?? ['not recorded', 'dash', 'quiet']
  return { kind: 'badge', word, shape, tone }
}

const areas: [string, string, number][] = [
  ['4', 'Context of the organization', 4],
  ['5', 'Leadership', 3],
  ['6', 'Planning', 6],
  ['7', 'Support', 7],
  ['8', 'Operation', 4],
  ['9', 'Performance evaluation', 6],
  ['10', 'Improvement', 2],
  ['A.2', 'Policies related to AI', 3],
  ['A.3', 'Internal organization', 2],
  ['A.4', 'Resources for AI systems', 5],
  ['A.5', 'Assessing impacts of AI systems', 4],
  ['A.6', 'AI system life cycle', 9],
  ['A.7', 'Data for AI systems', 5],
  ['A.8', 'Information for interested parties', 4],
  ['A.9', 'Use of AI systems', 3],
  ['A.10', 'Third-party and customer relationships', 3],
]

const reasons = [
  'The record exists and was approved on 14 Jan 2026, but nothing shows that it has been followed since. The last entry that cites it is older than the interval the organisation set itself.',
  'No record of this kind is in the system. The interview answer says “partly in place, run by the data team”; it is declared and not counted as proof.',
  'Three of the four AI systems in scope carry the record; the recruitment screening has none. Two of the three were reviewed by the person who made them.',
]

const nextSteps = [
  'Name an owner, approve the document by a second person, and attach the first record of its use.',
  'Record the assessment for the missing system and have it reviewed by somebody who did not make it.',
  'Set the interval, run it once, and attach the result.',
]

function findingsOf([id, title, count]: [string, string, number], area: number): Block[] {
  const findings = Array.from({ length: count }, (_, index) => finding(`${id}.${index + 1}`, area * 3 + index))
  return [{ kind: 'heading', level: 2, ref: id, text: title }, ...findings.flat()]
}

function finding(ref: string, index: number): Block[] {
  const record = (offset: number) =>
    `evidence:0192f3${((index * 37 + offset) % 4096).toString(16).padStart(3, '0')}-7c1e`
  return [
    { kind: 'heading', level: 3, ref, text: 'What is asked for under this reference' },
    {
      kind: 'definitions',
      items: [
        { term: 'Shown by records', text: [badge(index)] },
        { term: 'Declared in interview', text: [badge(index + 1)] },
        { term: 'Owner', text: index % 4 === 0 ? 'not assigned' : 'Mara Lindqvist' },
      ],
    },
    { kind: 'paragraph', text: reasons[index % 3] ?? '' },
    {
      kind: 'paragraph',
      text: [
        { kind: 'strong', children: [{ kind: 'text', text: 'Next: ' }] },
        { kind: 'text', text: nextSteps[index % 3] ?? '' },
      ],
    },
    ...(index % 3 === 1 ? [] : [records(record)]),
  ]
}

function records(record: (offset: number) => string): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Record', width: 3 },
      { title: 'What it shows', width: 5 },
      { title: 'Collected', width: 1.6 },
      { title: 'Age, days', width: 1.2 },
    ],
    rows: [0, 1, 2].map((offset) => [
      [{ kind: 'code', text: record(offset) }],
      ['Minutes in which the result was discussed', 'Approved version 3', 'Export of the monitoring job'][offset] ?? '',
      ['14 Jan 2026', '2 Feb 2026', '27 Feb 2026'][offset] ?? '',
      [48, 29, 4][offset] ?? 0,
    ]),
  }
}

const levels = states.map(([name, , tone]) => ({ name, tone }))

const summary: Section = {
  title: 'Summary for management',
  blocks: [
    {
      kind: 'paragraph',
      text: [
        { kind: 'text', text: 'Of 70 requirements, ' },
        { kind: 'strong', children: [{ kind: 'text', text: '23 are shown to be operating or effective' }] },
        {
          kind: 'text',
          text: ' by records; 31 are documented or implemented, four are stale and 12 have no record at all. The largest gap is the AI system life cycle, where nine controls rest on documents that nobody has used yet.',
        },
      ],
    },
    {
      kind: 'callout',
      tone: 'caution',
      title: 'Three decisions are needed this month',
      paragraphs: [
        'Who accepts residual risk for the recruitment screening, whether the Leipzig site stays in the scope, and which certification body is asked for an offer.',
      ],
    },
    {
      kind: 'figure',
      form: 'bars',
      caption: 'Requirements per level and area',
      alt: 'Most requirements of areas 4 to 7 are operating; area A.6 is mostly documented.',
      series: levels,
      points: areas.map(([id, title, count], index) => ({
        label: `${id} ${title}`,
        values: levels.map((_, level) => Math.floor((count + ((index + level) % 3)) / 4)),
      })),
    },
    {
      kind: 'figure',
      form: 'columns',
      caption: 'Levels over the past twelve months',
      alt: 'Missing requirements fall from 52 to 12, operating ones rise from 3 to 17.',
      series: levels,
      points: Array.from({ length: 12 }, (_, month) => ({
        label: `${['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'][month]}`,
        values: [52 - month * 3.6, 8 + month, 5 + month * 0.8, 3 + month * 1.3, month * 0.5, 2].map(Math.round),
      })),
    },
  ],
}

const method: Section = {
  title: 'How to read this report',
  blocks: [
    {
      kind: 'paragraph',
      text: 'Each requirement stands at the highest level that records prove. A level that somebody declared in the interview is shown beside it and never counted.',
    },
    {
      kind: 'table',
      caption: 'The levels',
      columns: [
        { title: 'Level', width: 2 },
        { title: 'What proves it', width: 6 },
        { title: 'Requirements', width: 1.6 },
      ],
      rows: states.map((_, index) => [
        [badge(index)],
        [
          'Nothing is recorded.',
          'An approved document in force.',
          'Roles, tools and settings that carry it out.',
          'Records over time, at the interval set.',
          'A measurement or a verification by somebody independent.',
          'Proof exists, but it is older than its interval.',
        ][index] ?? '',
        [12, 17, 14, 17, 6, 4][index] ?? 0,
      ]),
    },
    {
      kind: 'list',
      items: [
        'Records are cited by their id, for example as on the page of the requirement.',
        [
          { kind: 'text', text: 'Terms follow ISO/IEC 22989; the standard itself is sold by ' },
          { kind: 'link', url: 'https://www.iso.org/standard/81230.html', children: [{ kind: 'text', text: 'ISO' }] },
          { kind: 'text', text: '.' },
        ],
      ],
    },
  ],
}

const plan: Section = {
  title: 'Plan',
  startsOnNewPage: true,
  blocks: [
    {
      kind: 'paragraph',
      text: 'Dates are working days. Tasks on the critical path are marked; a delay there moves the end.',
    },
    {
      kind: 'table',
      caption: 'Tasks in order of their start',
      columns: [
        { title: 'Task', width: 5 },
        { title: 'Owner', width: 2 },
        { title: 'Start', width: 1.7 },
        { title: 'Due', width: 1.7 },
        { title: 'Days', width: 1 },
        { title: 'Path', width: 1.6 },
      ],
      rows: Array.from({ length: 44 }, (_, index) => [
        `Close the gap of ${areas[index % areas.length]?.[0]}: ${nextSteps[index % 3]}`,
        ['AIMS manager', 'System owner', 'Top management', 'Internal auditor'][index % 4] ?? '',
        `${(index % 27) + 1} Apr 2026`,
        `${(index % 27) + 1} Jun 2026`,
        20 + (index % 30),
        index % 4 === 0
          ? [{ kind: 'badge', word: 'critical', shape: 'square', tone: 'note' }]
          : [{ kind: 'badge', word: 'slack', shape: 'dash', tone: 'quiet' }],
      ]),
    },
  ],
}
