import { Modal } from '@mantine/core'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { t } from '../messages/index.ts'
import { VerbButton, type VerbButtonProps } from '../ui/verb-button.tsx'
import styles from './dialog-button.module.css'

export type DialogButtonProps = Pick<VerbButtonProps, 'cannot' | 'permission' | 'writes' | 'look' | 'icon' | 'size'> & {
  /** The verb and its object, on the button. */
  children: ReactNode
  /** What the dialog is about; the button's words may be shorter. */
  title: string
  /** The dialog's body; `close` puts it away. */
  content: (close: () => void) => ReactNode
}

/** A button that asks for more in a dialog before anything is done. Escape and the cross put the dialog away. */
export function DialogButton({ children, title, content, ...button }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <VerbButton {...button} onClick={() => setOpen(true)}>
        {children}
      </VerbButton>
      <Modal opened={open} onClose={close} title={title} size="lg" closeButtonProps={{ 'aria-label': t('Close') }}>
        <Body>{content(close)}</Body>
      </Modal>
    </>
  )
}

/** The first field has the focus when the dialog opens, not the cross that puts it away. */
function Body({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => box.current?.querySelector('input, textarea')?.setAttribute('data-autofocus', ''), [])
  return (
    <div ref={box} className={styles.body}>
      {children}
    </div>
  )
}
