import { t } from '../../messages/index.ts'
import { labelsOf, type BulkChange } from '../../ui/list.tsx'
import { reasonedChange, stepChange } from '../../ui/list/bulk-changes.ts'
import { states } from './words.ts'

/** What the registers of the context share: records are withdrawn with a reason, and brought back. */
export function keepingChanges(): BulkChange[] {
  const words = labelsOf(states)
  return [reasonedChange('withdraw', t('Withdraw'), words), stepChange('restore', t('Restore'), words)]
}
