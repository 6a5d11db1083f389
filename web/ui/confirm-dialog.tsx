import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../messages/index.ts'

export type ConfirmDialogProps = {
  opened: boolean
  /** A question that names the thing: "Withdraw AI policy, version 3?" */
  title: string
  /** What will happen, and whether it can be undone. */
  children: ReactNode
  /** The verb again, on the button that does it. */
  verb: string
  danger?: boolean
  pending?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks twice before something that is hard to take back. The safe button has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, verb, danger = false, pending = false, onConfirm, onClose } = props
  const confirm = () => {
    onConfirm()
    onClose()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('Close') }}>
      {children}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('Cancel')}
        </Button>
        <Button color={danger ? 'red' : 'petrol'} loading={pending} onClick={confirm}>
          {verb}
        </Button>
      </Group>
    </Modal>
  )
}
