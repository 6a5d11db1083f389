import { annexAControls, auditableClauses } from '@assay/frameworks'
import type { MadeFrom } from '#platform/documents/index.ts'
import type { GapSource, ReportFinding } from './source.ts'

/** All 70 findings, missing unless said otherwise for one of them. */
export function aGapSource(
  findings: Record<string, Partial<ReportFinding>> = {},
  rest: Partial<GapSource> = {},
): GapSource {
  const all = [...auditableClauses(), ...annexAControls()]
  return {
    organization: 'Northbank Lending plc',
    scope: null,
    rulesVersion: '2026-11-22',
    plan: null,
    assessment: null,
    ...rest,
    findings: all.map(({ ref, kind }) => ({ ...aFinding(ref, kind === 'control'), ...findings[ref] })),
  }
}

function aFinding(ref: string, isControl: boolean): ReportFinding {
  return {
    ref,
    kind: isControl ? 'control' : 'clause',
    level: 'missing',
    stale: false,
    reasons: [{ kind: 'lacks', text: 'No record is there.', cites: [] }],
    next: `Record what ${ref} asks for.`,
    declared: null,
    disagreement: null,
  }
}

export function aMadeFrom(change: Partial<MadeFrom> = {}): MadeFrom {
  return {
    seq: 412,
    instant: '2026-03-03T10:11:02.412Z',
    logOrigin: 'assay.example/northbank',
    checkpoint:
      'assay.example/northbank\n500\np7QwLr0n4mJv1c3Yt9fGkXhB2sEoDzU8aWq6iVxN5Rk=\n\n— assay.example/northbank Zm9v\n',
    ...change,
  }
}
