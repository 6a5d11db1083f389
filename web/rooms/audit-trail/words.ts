import type { CheckAnswer } from '@assay/server/rooms/audit-trail/contract.ts'
import { t } from '../../messages/index.ts'
import type { Tone } from '../../ui/state-badge.tsx'
import type { AnswerOf, ItemOf } from '../answer-of.ts'

export type TrailItem = ItemOf<'/api/v1/audit-trail'>
export type EntryView = AnswerOf<'/api/v1/audit-trail/{seq}'>
export type ProofView = AnswerOf<'/api/v1/audit-trail/{seq}/proof'>
export type LogView = AnswerOf<'/api/v1/log'>

/** What facts are about, by the nouns that their types begin with. */
export const subjects: { label: string; nouns: string[] }[] = [
  { label: t('AI systems'), nouns: ['ai-system', 'bulk-edit'] },
  {
    label: t('Models and data'),
    nouns: ['model', 'dataset', 'prompt', 'agent', 'component', 'lineage'],
  },
  { label: t('Found in code'), nouns: ['scan', 'scan-candidate'] },
  { label: t('Imports'), nouns: ['import'] },
  { label: t('Evidence'), nouns: ['evidence'] },
  { label: t('Documents'), nouns: ['document'] },
  { label: t('Controls'), nouns: ['applied-control', 'statement-of-applicability'] },
  { label: t('Comments'), nouns: ['comment'] },
  { label: t('Tasks'), nouns: ['task', 'calendar', 'mail'] },
  { label: t('Screenings'), nouns: ['screening', 'screening-trigger'] },
  { label: t('Business case'), nouns: ['business-case', 'deal', 'competitor'] },
  { label: t('Gap assessments'), nouns: ['gap-assessment', 'gap-answer'] },
  { label: t('Plans'), nouns: ['plan'] },
  { label: t('Reports'), nouns: ['report'] },
  {
    label: t('Measurements'),
    nouns: ['measurement-plan', 'measurement-run', 'measurement-file', 'measurement-settings', 'drift-reference'],
  },
  { label: t('Risks'), nouns: ['risk', 'risk-criteria', 'risk-simulation'] },
  { label: t('Obligations'), nouns: ['obligation'] },
  { label: t('Impact assessments'), nouns: ['impact-assessment', 'impact-rules'] },
  { label: t('Context issues'), nouns: ['context-issue', 'context'] },
  {
    label: t('Interested parties'),
    nouns: ['interested-party', 'interested-parties', 'party-requirement'],
  },
  { label: t('Processes'), nouns: ['process'] },
  { label: t('Organisation'), nouns: ['organization', 'scope', 'unit', 'licensed-text'] },
  { label: t('People'), nouns: ['person', 'invitation'] },
  { label: t('API keys'), nouns: ['api-key'] },
  { label: t('Views of lists'), nouns: ['shared-view'] },
  { label: t('Changes of many records'), nouns: ['list-edit'] },
  { label: t('The log itself'), nouns: ['log'] },
]

/** As the API filters by them: all types of each noun, the nouns of one option by bars. */
export const subjectOptions = subjects.map(({ label, nouns }) => ({
  value: nouns.map((noun) => `${noun}.`).join('|'),
  label,
}))

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
