import { type MadeFrom, renderCsv } from '#platform/documents/index.ts'
import { title } from './document.ts'
import type { GapSource } from './source.ts'
import { count, groupOf, looks, standingOf, titleOf } from './standings.ts'
import { biggestGaps, nextSteps } from './summary.ts'

/** One row a clause or control. Each row states what it was made from, so that it does even when rows are copied out. */
export function gapCsv({ findings }: GapSource, madeFrom: MadeFrom): string {
  const [, size = '', root = ''] = madeFrom.checkpoint?.split('\n') ?? []
  const columns = [
    'Requirement',
    'Title',
    'Kind',
    'Group',
    'Shown by records',
    'Declared by people',
    'Declared by',
    'Declared on',
    'What was said',
    'Disagreement',
    'Reasons',
    'Records',
    'Next step',
    'Entry',
    'Instant',
    'Log',
    'Checkpoint size',
    'Checkpoint root',
  ]
  return renderCsv(
    {
      columns: columns.map((one) => ({ title: one })),
      rows: findings.map((finding) => [
        finding.ref,
        titleOf(finding.ref),
        finding.kind,
        `${groupOf(finding)} ${titleOf(groupOf(finding))}`,
        looks[standingOf(finding)].word,
        finding.declared?.level ?? '',
        finding.declared?.by ?? '',
        finding.declared?.on ?? '',
        finding.declared?.note ?? '',
        finding.disagreement ?? '',
        finding.reasons.map(({ kind, text }) => `${kind}: ${text}`).join('\n'),
        [...new Set(finding.reasons.flatMap(({ cites }) => cites.map(({ ref }) => ref)))].join('\n'),
        finding.next,
        madeFrom.seq,
        madeFrom.instant,
        madeFrom.logOrigin,
        size,
        root,
      ]),
    },
    { bom: true },
  )
}

/** The whole report for machines; two of them can be compared line by line. */
export function gapJson(source: GapSource, madeFrom: MadeFrom): string {
  const { organization, scope, rulesVersion, findings, plan, assessment } = source
  const report = {
    format: 'assay-gap-report/1',
    title,
    organization,
    scope,
    madeFrom,
    rulesVersion,
    assessment,
    summary: {
      counts: count(findings),
      biggestGaps: biggestGaps(findings, findings.length).map(({ group: { ref, title: name }, missing, stale }) => ({
        ref,
        title: name,
        missing,
        stale,
      })),
      nextSteps: nextSteps(findings, findings.length),
    },
    findings: findings.map((finding) => ({
      ...finding,
      title: titleOf(finding.ref),
      group: groupOf(finding),
      standing: standingOf(finding),
    })),
    plan,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
