import type { CheckAnswer } from '@assay/server/rooms/audit-trail/contract.ts'
import { t } from '../../messages/index.ts'
import type { Tone } from '../../ui/state-badge.tsx'
import type { AnswerOf, ItemOf } from '../answer-of.ts'

export type TrailItem = ItemOf<'/api/v1/audit-trail'>
export type EntryView = AnswerOf<'/api/v1/audit-trail/{seq}'>
export type ProofView = AnswerOf<'/api/v1/audit-trail/{seq}/proof'>
export type LogView = AnswerOf<'/api/v1/log'>

/** What facts are about, by the noun that their type begins with. */
export const nouns: Record<string, string> = {
  'ai-system': t('AI systems'),
  evidence: t('Evidence'),
  document: t('Documents'),
  task: t('Tasks'),
  screening: t('Screenings'),
  'gap-assessment': t('Gap assessments'),
  plan: t('Plans'),
  report: t('Reports'),
  import: t('Imports'),
  'context-issue': t('Context issues'),
  'interested-party': t('Interested parties'),
  process: t('Processes'),
  organization: t('Organisation'),
  person: t('People'),
  invitation: t('Invitations'),
  'api-key': t('API keys'),
  log: t('The log itself'),
}

export const operations: Record<EntryView['rows'][number]['operation'], string> = {
  insert: t('new'),
  update: t('changed'),
  delete: t('removed'),
}

export const outcomes: Record<CheckAnswer['outcome'], { tone: Tone; label: string }> = {
  consistent: { tone: 'positive', label: t('Consistent') },
  lost: { tone: 'caution', label: t('Entries were lost, and the log says so') },
  inconsistent: { tone: 'critical', label: t('Not consistent') },
  ahead: { tone: 'critical', label: t('Newer than this database') },
  'not-signed-here': { tone: 'critical', label: t('Not signed by this log') },
  malformed: { tone: 'caution', label: t('Cannot be read') },
}

/** The API's table as a person would call it: `interested_parties` as "Interested parties". */
export function tableInWords(table: string): string {
  const text = table
    .replaceAll('_', ' ')
    .replace(/^ai\b/, 'AI')
    .replace(/^aims\b/, 'AIMS')
    .replace(/^api\b/, 'API')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
