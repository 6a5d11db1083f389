import { t } from '../../messages/index.ts'
import { type BulkChange, type BulkChanges, type BulkField, labelsOf } from '../../ui/list.tsx'
import { reasonedChange, stepChange } from '../../ui/list/bulk-changes.ts'
import { decisions, obligationsOf } from './words.ts'

const words: BulkField = {
  kind: 'words',
  name: 'words',
  label: t('Reason'),
  help: t('Which risk it lowers, or which law, contract or objective asks for it, in a sentence.'),
}
const shown = labelsOf(decisions)

function includeFor(change: string, label: string, record?: BulkField): BulkChange {
  return { change, label, words: shown, fields: record ? [record, words] : [words] }
}

function obligation(asked: string): BulkField {
  const query = { sourceKind: asked, state: 'identified,applies,being-fulfilled,reviewed' }
  return { kind: 'reference', name: 'record', label: t('Obligation'), path: '/obligations', query, required: true }
}

/** What can be decided for many rows of a draft at once. A row that is included keeps the reasons it has. */
export const changesOfRows: BulkChanges = {
  permission: 'controls:decide',
  changes: [
    includeFor('includeForRisk', t('Include for a risk'), {
      kind: 'reference',
      name: 'record',
      label: t('Risk'),
      path: '/risks',
      required: true,
    }),
    includeFor('includeForLaw', t('Include for a law'), obligation(obligationsOf.law)),
    includeFor('includeForContract', t('Include for a contract'), obligation(obligationsOf.contract)),
    includeFor('includeForObjective', t('Include for an objective')),
    reasonedChange('exclude', t('Exclude with a reason'), shown),
    stepChange('leaveOpen', t('Leave open again'), shown),
  ],
}
