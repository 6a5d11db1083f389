import { Button, CloseButton } from '@mantine/core'
import { t } from '../messages/index.ts'
import { dismissToast, useToasts } from './toast.ts'
import styles from './toasts.module.css'

/** Where passing notes appear; read out politely. One per page, placed by the app. */
export function Toasts() {
  const notes = useToasts()
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {notes.map(({ id, message, undo }) => (
        <div key={id} className={styles.toast}>
          <span>{message}</span>
          {undo && (
            <Button size="compact-sm" variant="light" onClick={() => void undo().then(() => dismissToast(id))}>
              {t('Undo')}
            </Button>
          )}
          <CloseButton size="sm" aria-label={t('Dismiss')} onClick={() => dismissToast(id)} />
        </div>
      ))}
    </div>
  )
}
