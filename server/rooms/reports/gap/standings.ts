import { requirement } from '@assay/frameworks'
import type { Badge, Shape, Tone } from '#platform/documents/index.ts'
import type { ReportFinding } from './source.ts'

const framework = 'ISO-42001-2023'

/** How findings are counted: what is stale stands apart, whatever it proves. Strongest first. */
export const standings = [
  'effective',
  'operating',
  'implemented',
  'documented',
  'stale',
  'missing',
  'not-yet-recorded',
  'not-applicable',
] as const
export type Standing = (typeof standings)[number]
export type Counts = Record<Standing, number>

type Look = { word: string; shape: Shape; tone: Tone; meaning: string }

export const looks: Record<Standing, Look> = {
  effective: {
    word: 'effective',
    shape: 'circle-4',
    tone: 'step-4',
    meaning: 'A measurement or a verification shows that it has the effect it is there for.',
  },
  operating: { word: 'operating', shape: 'circle-3', tone: 'step-3', meaning: 'Records over time show that it runs.' },
  implemented: {
    word: 'implemented',
    shape: 'circle-2',
    tone: 'step-2',
    meaning: 'Roles, tools or records show that it has been put in place.',
  },
  documented: { word: 'documented', shape: 'circle-1', tone: 'step-1', meaning: 'It is laid down and approved.' },
  stale: {
    word: 'stale',
    shape: 'triangle',
    tone: 'caution',
    meaning: 'It was shown once, and what shows it has lapsed or is overdue for review.',
  },
  missing: { word: 'missing', shape: 'circle-0', tone: 'bad', meaning: 'Records that would show it are not there.' },
  'not-yet-recorded': {
    word: 'not yet recorded in Assay',
    shape: 'dash',
    tone: 'quiet',
    meaning: 'Assay does not keep the records that would show it, so nothing is claimed either way.',
  },
  'not-applicable': {
    word: 'not applicable',
    shape: 'square',
    tone: 'note',
    meaning: 'A control that the Statement of Applicability leaves out, with its reason.',
  },
}

export function standingOf({ level, stale }: Pick<ReportFinding, 'level' | 'stale'>): Standing {
  return stale ? 'stale' : level
}

export function count(findings: readonly ReportFinding[]): Counts {
  const counts = Object.fromEntries(standings.map((standing) => [standing, 0]))
  for (const finding of findings) counts[standingOf(finding)] = (counts[standingOf(finding)] ?? 0) + 1
  return asCounts(counts)
}

// Made from every standing one line above; the type of fromEntries forgets the keys.
function asCounts(counts: Record<string, number>): Counts {
  return counts as Counts
}

export function badgeOf(finding: ReportFinding): Badge {
  const { word, shape, tone } = looks[standingOf(finding)]
  return { kind: 'badge', word, shape, tone }
}

/** What a person said, always as declared: the word says so, and the colour is that of a note. */
export function declaredBadge(level: string): Badge {
  const { shape, word } = looks[asStanding(level)]
  return { kind: 'badge', word: `declared: ${word}`, shape, tone: 'note' }
}

function asStanding(level: string): Standing {
  const found = standings.find((standing) => standing === level)
  if (!found) throw new Error(`nobody can declare ${level}`)
  return found
}

export function titleOf(ref: string): string {
  const found = requirement(framework, ref)
  if (!found) throw new Error(`ISO/IEC 42001 has no ${ref}`)
  return found.title
}

/** The clause (4 to 10) or the area of Annex A that a requirement stands under. */
export function groupOf({ ref, kind }: Pick<ReportFinding, 'ref' | 'kind'>): string {
  return ref
    .split('.')
    .slice(0, kind === 'control' ? 2 : 1)
    .join('.')
}

export type Group = { ref: string; title: string; findings: ReportFinding[]; counts: Counts }

/** The findings by clause and area, in the order of the standard. */
export function groupsOf(findings: readonly ReportFinding[]): Group[] {
  return [...Map.groupBy(findings, groupOf)].map(([ref, group]) => ({
    ref,
    title: titleOf(ref),
    findings: group,
    counts: count(group),
  }))
}
