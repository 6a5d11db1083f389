import type { CandidateView, Finding, ScanView } from '@assay/server/rooms/discovery/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import type { StateBadgeProps } from '../../ui/state-badge.tsx'

export type Candidate = Wire<CandidateView>
export type Scan = Wire<ScanView>
export type { Finding }

export const states: Record<Candidate['state'], StateBadgeProps> = {
  staged: { tone: 'active', label: t('To be judged') },
  accepted: { tone: 'positive', label: t('Registered') },
  merged: { tone: 'positive', label: t('Merged') },
  dismissed: { tone: 'neutral', label: t('Dismissed') },
}

export const stateOptions = Object.entries(states).map(([value, { label }]) => ({ value, label }))

export const kindLabels: Record<Finding['kind'], string> = {
  sdk: t('AI library used'),
  manifest: t('AI library required'),
  endpoint: t('Model service called'),
  'model-file': t('Model file'),
  'fine-tuning': t('Fine-tuning'),
  prompt: t('Prompt'),
  agent: t('Agent'),
  dataset: t('Dataset'),
}

const confidenceLabels: Record<Finding['confidence'], string> = {
  high: t('certain'),
  medium: t('likely'),
  low: t('possible'),
}

/** A candidate's kinds arrive as plain text; one that this page does not know yet is shown as it came. */
export function kindLabel(kind: string): string {
  return Object.entries(kindLabels).find(([known]) => known === kind)?.[1] ?? kind
}

export function confidenceLabel(confidence: Finding['confidence']): string {
  return confidenceLabels[confidence]
}
