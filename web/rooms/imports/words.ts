import type { ImportView, RegisterView, RowView } from '@assay/server/rooms/imports/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import type { StateBadgeProps } from '../../ui/state-badge.tsx'

export type Import = Wire<ImportView>
export type ImportRow = Wire<RowView>
export type Register = Wire<RegisterView>
export type RegisterField = Register['fields'][number]
export type RegisterOption = Register['options'][number]

export const states: Record<Import['state'], StateBadgeProps> = {
  uploaded: { tone: 'neutral', label: t('Uploaded') },
  checked: { tone: 'active', label: t('Checked') },
  committing: { tone: 'active', label: t('Committing') },
  committed: { tone: 'positive', label: t('Committed') },
  undoing: { tone: 'active', label: t('Undoing') },
  undone: { tone: 'neutral', label: t('Undone') },
  discarded: { tone: 'neutral', label: t('Discarded') },
}

export const rowStates: Record<ImportRow['state'], StateBadgeProps> = {
  unchecked: { tone: 'neutral', label: t('Not checked') },
  good: { tone: 'positive', label: t('Good') },
  bad: { tone: 'critical', label: t('To correct') },
  committed: { tone: 'positive', label: t('Committed') },
  undone: { tone: 'neutral', label: t('Undone') },
  kept: { tone: 'caution', label: t('Kept') },
  left: { tone: 'neutral', label: t('Left as it is') },
}

/** What a good row would do; that it makes a new record needs no word. */
const effects: Partial<Record<NonNullable<ImportRow['effect']>, StateBadgeProps>> = {
  update: { tone: 'active', label: t('Changes a record') },
  leave: { tone: 'neutral', label: t('Changes nothing') },
}

export function badgeOf({ state, effect }: Pick<ImportRow, 'state' | 'effect'>): StateBadgeProps {
  return (state === 'good' && effect !== null && effects[effect]) || rowStates[state]
}

export const rowStateOptions = Object.entries(rowStates).map(([value, { label }]) => ({ value, label }))
