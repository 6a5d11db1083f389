import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../messages/index.ts'
import { VerbButton } from '../verb-button.tsx'
import styles from './list.module.css'
import type { Selected } from './selection.ts'
import type { Bulk, Selection } from './types.ts'

// Loaded when many rows are first changed: it brings the fields of forms along.
const BulkDialog = lazy(() => import('./bulk-dialog.tsx').then((it) => ({ default: it.BulkDialog })))

export type SelectionBarProps = { selected: Selected; selection: Selection; total: number; bulk: Bulk }

/** How many rows are chosen, and that they can be changed. It stands at the bottom, near the thumb. */
export function SelectionBar({ selected, selection, total, bulk }: SelectionBarProps) {
  const [changing, setChanging] = useState(false)
  const close = () => setChanging(false)
  return (
    <div className={styles.selection} role="region" aria-label={t('Selected rows')}>
      <strong aria-live="polite">
        {t('{count, plural, one {# row selected} other {# rows selected}}', { count: selection.count })}
      </strong>
      {!selected.allMatching && total > selection.count && (
        <Button variant="subtle" size="compact-sm" onClick={selected.takeAllMatching}>
          {t('Select all {total, number} that match', { total })}
        </Button>
      )}
      <span className={styles.grow} />
      <VerbButton look="primary" permission={bulk.permission} onClick={() => setChanging(true)}>
        {t('Change…')}
      </VerbButton>
      <Button variant="subtle" size="sm" onClick={selected.clear}>
        {t('Clear selection')}
      </Button>
      {changing && (
        <Suspense fallback={null}>
          <BulkDialog bulk={bulk} selection={selection} onClose={close} onDone={selected.clear} />
        </Suspense>
      )}
    </div>
  )
}
