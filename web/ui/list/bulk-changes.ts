import { t } from '../../messages/index.ts'
import type { BulkChange, BulkField } from './types.ts'

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

/** The part of the organisation that the rows belong to. */
export function unitChange(): BulkChange {
  const unit: BulkField = { kind: 'reference', name: 'unit', label: t('New unit'), path: '/units' }
  return { change: 'unit', label: t('Unit'), fields: [unit] }
}

/** One of several words. */
export function choiceChange(change: string, label: string, words: Record<string, string>): BulkChange {
  const options = Object.entries(words).map(([value, said]) => ({ value, label: said }))
  return { change, label, words, fields: [{ kind: 'choice', name: change, label, options }] }
}

/** A time span in months. */
export function monthsChange(change: string, label: string, spans: number[], optional = false): BulkChange {
  const options = spans.map((months) => ({
    value: String(months),
    label: t('{months, plural, one {# month} other {# months}}', { months }),
  }))
  return { change, label, fields: [{ kind: 'choice', name: change, label, as: 'number', options, optional }] }
}

/** A step that needs nothing to be said. */
export function stepChange(change: string, label: string, words: Record<string, string>): BulkChange {
  return { change, label, words, fields: [] }
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
