import { t } from '../../messages/index.ts'
import type { BulkChange } from './types.ts'

/** Who answers for the rows; nobody chosen takes the owner away. */
export function ownerChange(label: string = t('Owner')): BulkChange {
  return {
    change: 'owner',
    label,
    fields: [
      {
        kind: 'reference',
        name: 'owner',
        label: t('New owner'),
        help: t('Nobody chosen takes the owner away.'),
        path: '/people',
        query: { state: 'active' },
      },
    ],
  }
}

/** A day of the rows; left empty, they have none. */
export function dayChange(change: string, label: string): BulkChange {
  return { change, label, fields: [{ kind: 'day', name: change, label, help: t('Left empty, they have no day.') }] }
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
