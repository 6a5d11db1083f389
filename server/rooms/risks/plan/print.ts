import {
  type Block,
  type Cell,
  dayIn,
  type Document as Printable,
  type Sheet,
  type Table,
} from '#platform/documents/index.ts'
import type { Option, RiskState } from '../model.ts'
import type { Level } from '../rules/criteria.ts'
import type { Acceptance, Action, PlannedRisk, TreatmentPlan } from './read-plan.ts'

const levelNames: Record<Level, string> = {
  acceptable: 'Acceptable',
  tolerable: 'Tolerable with treatment',
  'not-acceptable': 'Not acceptable',
}
// short enough for a narrow column
const shortNames = { ...levelNames, tolerable: 'Tolerable' }
const optionNames: Record<Option, string> = { modify: 'Modify', retain: 'Retain', avoid: 'Avoid', share: 'Share' }
const stateNames: Record<RiskState, string> = {
  identified: 'To be assessed',
  analysed: 'Rated',
  treated: 'Treated, not accepted',
  accepted: 'Accepted',
  closed: 'Closed',
}
const checkNames = { effective: 'Works', 'not-effective': 'Does not work' } as const

/** The plan as a document: criteria and counts first, then each open risk, the greatest first. */
export function planDocument(plan: TreatmentPlan): Printable {
  return {
    title: 'Risk treatment plan',
    subtitle: 'Open AI risks, what is done about each, and who accepted what is left',
    cover: {
      organization: plan.organization,
      madeFrom: plan.madeFrom,
      language: 'en',
      classification: 'For the AI management system',
    },
    sections: [
      { title: 'About this plan', blocks: [about(plan), howToRead] },
      { title: 'Open risks', blocks: [tableOf(plan.risks)] },
    ],
  }
}

const howToRead: Block = {
  kind: 'paragraph',
  text: 'Before is the risk without further treatment, left is what remains; each is rated on the scales of the criteria. A figure is likelihood times the gravest consequence for the organisation, people or society. An acceptance is by name and until a day.',
}

function about({ criteria, risks }: TreatmentPlan): Block {
  const count = (of: (risk: PlannedRisk) => boolean) => risks.filter(of).length
  const undecided = count(({ treatment, level }) => treatment === null && level !== 'acceptable')
  const items: [string, string][] = [
    ['Standard', 'ISO/IEC 42001:2023, 6.1.3 and 8.3'],
    ['Risk criteria', criteria ? criteriaWords(criteria) : 'None are approved yet.'],
    ['Open risks', String(risks.length)],
    ['Without a decision', String(undecided)],
    ['Accepted', String(count(({ acceptance }) => acceptance !== null))],
    ['Accepted above the appetite', String(count(({ acceptance }) => acceptance?.aboveAppetite === true))],
  ]
  return { kind: 'definitions', items: items.map(([term, text]) => ({ term, text })) }
}

function criteriaWords({ edition, approval }: NonNullable<TreatmentPlan['criteria']>): string {
  return approval ? `Edition ${edition}, approved by ${approval.by.name} on ${day(approval.on)}` : `Edition ${edition}`
}

const columns: Table['columns'] = [
  { title: 'Risk', width: 3 },
  { title: 'Owner', width: 1.6 },
  { title: 'Before', width: 2.2 },
  { title: 'Treatment', width: 2.6 },
  { title: 'Actions', width: 3 },
  { title: 'Left', width: 2.2 },
  { title: 'Accepted', width: 2.2 },
]

function tableOf(risks: readonly PlannedRisk[]): Table {
  return { kind: 'table', columns, rows: risks.map(cells), empty: 'No risk is open.' }
}

function cells(risk: PlannedRisk): Cell[] {
  return [
    lines([numbered(risk), systemsOf(risk)]),
    risk.owner?.name ?? 'Nobody',
    rated(risk.inherentLevel, risk.inherentScore),
    treatmentOf(risk),
    lines(risk.actions.map(actionWords)),
    leftOf(risk),
    risk.acceptance
      ? acceptanceWords(risk.acceptance)
      : risk.state === 'identified'
        ? 'To be assessed'
        : 'Not accepted',
  ]
}

function numbered({ reference, title }: PlannedRisk): string {
  return reference === '' ? title : `${reference} ${title}`
}

function systemsOf({ systems }: PlannedRisk): string {
  return systems.length === 0 ? 'The organisation' : systems.map(({ name }) => name).join(', ')
}

function rated(level: Level | null, score: number | null): string {
  return level === null || score === null ? 'Not rated' : `${shortNames[level]} (${score})`
}

/** What counts now is what is left once that was rated. */
function leftOf({ state, level, score }: PlannedRisk): string {
  return state === 'treated' || state === 'accepted' ? rated(level, score) : 'Not rated'
}

function treatmentOf({ treatment, reason, controls, check }: PlannedRisk): string {
  if (treatment === null) return 'Not decided'
  return lines([
    `${optionNames[treatment]}${controls.length > 0 ? `: ${controls.join(', ')}` : ''}`,
    reason,
    check ? `Checked: ${checkNames[check].toLowerCase()}` : '',
  ])
}

function actionWords({ title, owner, dueOn, state }: Action): string {
  const by = [owner ?? 'nobody', dueOn && day(dueOn), state === 'done' ? 'done' : 'open'].filter(Boolean)
  return `${title} (${by.join(', ')})`
}

function acceptanceWords({ by, on, expiresOn, aboveAppetite, note }: Acceptance): string {
  return lines([`${by}, ${day(on)}, until ${day(expiresOn)}`, aboveAppetite ? 'above the appetite' : '', note])
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}

function day(text: string): string {
  return dayIn('en', `${text}T00:00:00Z`)
}

/** The plan as a workbook: a row for each risk, a row for each action, and what it was made from. */
export function planSheets({ risks, organization, criteria, madeFrom }: TreatmentPlan): Sheet[] {
  const titles = (...all: string[]) => all.map((title) => ({ title }))
  return [
    {
      name: 'Risks',
      columns: titles(
        'Number',
        'Risk',
        'AI systems',
        'Source',
        'Event',
        'For the organisation',
        'For people',
        'For society',
        'Owner',
        'State',
        'Before',
        'Before (score)',
        'Treatment',
        'Reason',
        'Controls',
        'Left',
        'Left (score)',
        'Checked',
        'Accepted by',
        'Accepted on',
        'Accepted until',
        'Above the appetite',
        'Note',
        'Review due',
      ),
      rows: risks.map(riskRow),
    },
    {
      name: 'Actions',
      columns: titles('Number', 'Risk', 'Action', 'Owner', 'Due', 'State'),
      rows: risks.flatMap((risk) =>
        risk.actions.map(({ title, owner, dueOn, state }) => [
          risk.reference,
          risk.title,
          title,
          owner,
          dayCell(dueOn),
          state === 'done' ? 'Done' : 'Open',
        ]),
      ),
    },
    {
      name: 'About this plan',
      columns: titles('Field', 'Value'),
      rows: [
        ['Organization', organization],
        ['Standard', 'ISO/IEC 42001:2023, 6.1.3 and 8.3'],
        ['Risk criteria', criteria ? criteriaWords(criteria) : 'None are approved yet.'],
        ['Records up to entry', madeFrom.seq],
        ['Recorded at (UTC)', { kind: 'instant', instant: madeFrom.instant }],
        ['Log', madeFrom.logOrigin],
        ['Signed checkpoint', madeFrom.checkpoint],
      ],
    },
  ]
}

function riskRow(risk: PlannedRisk): Cell[] {
  const { acceptance: held, level, score, state } = risk
  const rest = state === 'treated' || state === 'accepted'
  return [
    risk.reference,
    risk.title,
    systemsOf(risk),
    risk.source,
    risk.event,
    risk.forOrganization,
    risk.forIndividuals,
    risk.forSociety,
    risk.owner?.name ?? null,
    stateNames[state],
    risk.inherentLevel && levelNames[risk.inherentLevel],
    risk.inherentScore,
    risk.treatment && optionNames[risk.treatment],
    risk.reason,
    risk.controls.join(', '),
    rest && level ? levelNames[level] : null,
    rest ? score : null,
    risk.check && checkNames[risk.check],
    held?.by ?? null,
    dayCell(held?.on ?? null),
    dayCell(held?.expiresOn ?? null),
    held?.aboveAppetite ? 'yes' : null,
    held?.note ?? null,
    dayCell(risk.reviewDueOn),
  ]
}

function dayCell(text: string | null): Cell {
  return text === null ? null : { kind: 'day', day: text }
}
