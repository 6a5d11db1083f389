import { t } from '../../messages/index.ts'
import type { Option } from '../../ui/form.tsx'
import type { Tone } from '../../ui/state-badge.tsx'

/** In a room this type comes from the server: `import type { SupplierView } from '@assay/server/rooms/suppliers/contract.ts'`. */
export type SupplierView = {
  id: string
  version: number
  name: string
  state: 'proposed' | 'approved' | 'ended'
  owner: { id: string; name: string }
  purpose: string
  reviewDueOn: string | null
  changedAt: string
}

/** One table from states to words: the list's badge, its filter and the record all read it. */
export const states: Record<SupplierView['state'], { tone: Tone; label: string }> = {
  proposed: { tone: 'active', label: t('Proposed') },
  approved: { tone: 'positive', label: t('Approved') },
  ended: { tone: 'neutral', label: t('Ended') },
}

export const stateOptions: Option[] = Object.entries(states).map(([value, { label }]) => ({ value, label }))
