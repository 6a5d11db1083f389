import { t } from '../../messages/index.ts'
import type { BulkChange } from './types.ts'

/** Who answers for the rows. */
export function ownerChange(label: string = t('Owner')): BulkChange {
  return {
    change: 'owner',
    label,
    fields: [
      {
        kind: 'reference',
        name: 'owner',
        label: t('New owner'),
        path: '/people',
        query: { state: 'active' },
      },
    ],
  }
}

/** A day of the rows. */
export function dayChange(change: string, label: string): BulkChange {
  return { change, label, fields: [{ kind: 'day', name: change, label }] }
}

/** A step that needs a reason, the same for all of them. */
export function reasonedChange(change: string, label: string, words: Record<string, string>): BulkChange {
  return {
    change,
    label,
    words,
    fields: [{ kind: 'words', name: 'reason', label: t('Reason'), help: t('One reason for all of them.') }],
  }
}
