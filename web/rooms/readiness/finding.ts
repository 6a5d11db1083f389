import { t } from '../../messages/index.ts'
import { type Level, levelLabels } from '../../ui/level-chart.tsx'
import type { AnswerOf } from '../answer-of.ts'

export type Readiness = AnswerOf<'/api/v1/readiness'>
export type Finding = Readiness['items'][number]
export type RequirementFinding = AnswerOf<'/api/v1/readiness/{ref}'>
export type Reason = Finding['reasons'][number]

/** The order in which levels are offered as filters, the strongest first. */
export const allStandings = [
  'effective',
  'operating',
  'implemented',
  'documented',
  'stale',
  'missing',
  'not-yet-recorded',
  'not-applicable',
] as const satisfies readonly Level[]

export function isStanding(text: string | undefined): text is Level {
  return allStandings.some((one) => one === text)
}

/** What is proven, in words; a stale finding says what it still proves. */
export function standingWords({ level, stale }: Pick<Finding, 'level' | 'stale'>): string {
  if (!stale || level === 'missing') return levelLabels[level]
  return t('Stale ({level})', { level: levelLabels[level] })
}

/** The page of the finding about a clause or control. */
export function findingPath(ref: string): string {
  return `/readiness/${ref}`
}

const framework = 'requirement:ISO-42001-2023/'

/** What evidence is linked to: the clause or control itself. */
export function findingSubject(ref: string): string {
  return `${framework}${ref}`
}

/** The clause or control that a reference names, where it is one of those that are judged. */
export function refOfRequirement(subject: string): string | undefined {
  return subject.startsWith(framework) ? subject.slice(framework.length) : undefined
}

export const disagreements: Record<NonNullable<Finding['disagreement']>, string> = {
  'declared-above': t('Declared higher than the records show'),
  'declared-below': t('The records show more than was declared'),
}

export type Group = { ref: string; title: string; findings: Finding[] }

/** Findings by clause (4 to 10) and by area of Annex A, in the order of the standard. */
export function grouped(findings: Finding[]): Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const { ref, title } = finding.group
    const group = groups.get(ref) ?? { ref, title, findings: [] }
    group.findings.push(finding)
    groups.set(ref, group)
  }
  return [...groups.values()]
}
