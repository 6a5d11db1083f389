import { type Block, dayIn, type Section } from '#platform/documents/index.ts'
import { strong } from './finding.ts'
import type { GapSource, ReportPlan } from './source.ts'
import { type Counts, count, groupsOf, looks, standings } from './standings.ts'
import { biggestGaps, disagreementsOf, nextSteps } from './summary.ts'

const gapsShown = 5
const stepsShown = 8

/** One page for who decides: counts, the biggest gaps, what to do next, and the dates of the plan. */
export function summarySection(source: GapSource): Section {
  const { findings, plan, assessment } = source
  return {
    title: 'Summary for management',
    blocks: [
      { kind: 'paragraph', text: countsText(count(findings), findings.length) },
      ...(assessment?.summary ? [{ kind: 'paragraph', text: assessment.summary } satisfies Block] : []),
      levelsFigure(source),
      { kind: 'heading', level: 2, text: 'The biggest gaps' },
      gapsTable(source),
      ...disagreementCallout(source),
      { kind: 'heading', level: 2, text: 'What to do next' },
      stepsList(source),
      { kind: 'heading', level: 2, text: 'The road' },
      ...roadBlocks(plan),
    ],
  }
}

function countsText(counts: Counts, total: number) {
  const parts = standings
    .filter((standing) => counts[standing] > 0)
    .map((standing) => `${counts[standing]} ${looks[standing].word}`)
  const listed = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? 'none')
  return [
    { kind: 'text' as const, text: `Of ${total} clauses and controls, records show: ` },
    strong(listed),
    { kind: 'text' as const, text: '.' },
  ]
}

function levelsFigure({ findings }: GapSource): Block {
  const groups = groupsOf(findings)
  const counts = count(findings)
  const used = standings.filter((standing) => counts[standing] > 0)
  return {
    kind: 'figure',
    form: 'bars',
    caption: 'Clauses and controls per level, by clause and area',
    alt: groups
      .map(({ ref, counts: of }) => {
        const told = used.filter((standing) => of[standing] > 0).map((one) => `${of[one]} ${looks[one].word}`)
        return `${ref}: ${told.join(', ')}`
      })
      .join('; '),
    series: used.map((standing) => ({ name: looks[standing].word, tone: looks[standing].tone })),
    points: groups.map(({ ref, title, counts: of }) => ({
      label: `${ref} ${title}`,
      values: used.map((standing) => of[standing]),
    })),
  }
}

function gapsTable({ findings }: GapSource): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Clause or area', width: 5 },
      { title: 'Missing', width: 1, align: 'end' },
      { title: 'Stale', width: 1, align: 'end' },
      { title: 'Of', width: 1, align: 'end' },
    ],
    rows: biggestGaps(findings, gapsShown).map(({ group, missing, stale }) => [
      `${group.ref} ${group.title}`,
      missing,
      stale,
      group.findings.length,
    ]),
    empty: 'No record that is asked for is missing or stale.',
  }
}

function disagreementCallout({ findings }: GapSource): Block[] {
  const above = disagreementsOf(findings).filter(({ disagreement }) => disagreement === 'declared-above')
  if (above.length === 0) return []
  const refs = above.map(({ ref }) => ref).join(', ')
  return [
    {
      kind: 'callout',
      tone: 'caution',
      title: 'People say more than the records show',
      paragraphs: [`This is so for ${above.length} of them: ${refs}. An auditor goes by the records.`],
    },
  ]
}

function stepsList({ findings }: GapSource): Block {
  const steps = nextSteps(findings, stepsShown)
  if (steps.length === 0) return { kind: 'paragraph', text: 'The records ask for nothing more just now.' }
  return { kind: 'list', ordered: true, items: steps.map(({ text, refs }) => `${text} (${refs.join(', ')})`) }
}

function roadBlocks(plan: ReportPlan | null): Block[] {
  if (!plan) return [{ kind: 'paragraph', text: 'No plan has been adopted yet.' }]
  return [
    {
      kind: 'paragraph',
      text:
        `The plan “${plan.name}” runs from ${dayIn('en', plan.start)} and expects the decision of the certification body ` +
        `on ${dayIn('en', plan.decision)}. The decision itself is the body’s.`,
    },
    {
      kind: 'table',
      caption: 'Milestones',
      columns: [
        { title: 'Milestone', width: 5 },
        { title: 'Planned for', width: 2 },
      ],
      rows: plan.milestones
        .filter(({ kind }) => kind === 'planned')
        .map(({ title, date }) => [title, dayIn('en', date)]),
    },
  ]
}
