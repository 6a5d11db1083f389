import { Button } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { useWrite } from '../api.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { ProblemAlert } from '../problem-alert.tsx'
import { VerbButton } from '../verb-button.tsx'
import type { Selected } from './selection.ts'
import styles from './list.module.css'
import type { BulkAction, Selection } from './types.ts'

export type SelectionBarProps = { selected: Selected; selection: Selection; total: number; actions: BulkAction[] }

/** How many rows are chosen, and what can be done to all of them. It stands at the bottom, near the thumb. */
export function SelectionBar({ selected, selection, total, actions }: SelectionBarProps) {
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
      {actions.map((action) => (
        <Bulk key={action.label} action={action} selection={selection} onDone={selected.clear} />
      ))}
      <Button variant="subtle" size="sm" onClick={selected.clear}>
        {t('Clear selection')}
      </Button>
    </div>
  )
}

type BulkProps = { action: BulkAction; selection: Selection; onDone: () => void }

function Bulk({ action, selection, onDone }: BulkProps) {
  const [asking, setAsking] = useState(false)
  const run = useWrite<Selection>({ write: action.run, onDone })
  return (
    <>
      <VerbButton
        {...(action.permission && { permission: action.permission })}
        look={action.danger ? 'danger' : 'default'}
        pending={run.isPending}
        onClick={() => setAsking(true)}
      >
        {action.label}
      </VerbButton>
      <ProblemAlert error={run.error} />
      <ConfirmDialog
        opened={asking}
        title={t('{label}: {count, plural, one {# row} other {# rows}}', {
          label: action.label,
          count: selection.count,
        })}
        verb={action.label}
        danger={action.danger ?? false}
        onConfirm={() => run.mutate(selection)}
        onClose={() => setAsking(false)}
      >
        {action.preview(selection)}
      </ConfirmDialog>
    </>
  )
}
