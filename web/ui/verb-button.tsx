import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import { useId, useState, type MouseEvent, type ReactNode } from 'react'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useGo } from './navigation.ts'
import { useCannotWrite } from './session.ts'
import styles from './verb-button.module.css'

export type VerbButtonProps = {
  /** The verb and its object: "Approve document". */
  children: ReactNode
  onClick: () => void
  /** Why it cannot be used, from the same rule as the server's; undefined when it can. */
  cannot?: string | undefined
  /** Asked of the session (`documents:approve`); absent, the button only minds the past. */
  permission?: string
  /** False for what changes nothing (export, print): then the past does not disable it. */
  writes?: boolean
  /** Ask twice, naming what will happen. */
  confirm?: { title: string; body: ReactNode; verb: string; danger?: boolean }
  look?: 'primary' | 'default' | 'quiet' | 'danger'
  icon?: ReactNode
  pending?: boolean
  size?: 'sm' | 'md'
  type?: 'button' | 'submit'
}

const looks: Record<NonNullable<VerbButtonProps['look']>, Partial<ButtonProps>> = {
  primary: { variant: 'filled' },
  default: { variant: 'default' },
  quiet: { variant: 'subtle' },
  danger: { variant: 'light', color: 'red' },
}

/** A button that says what will happen. One that cannot be used stays in the tab order and says why. */
export function VerbButton(props: VerbButtonProps) {
  const { children, onClick, permission, writes = true, confirm, look = 'default', icon, pending, size = 'sm' } = props
  const [asking, setAsking] = useState(false)
  const reasonId = useId()
  const cannotWrite = useCannotWrite(permission)
  const cannot = props.cannot ?? (writes ? cannotWrite : undefined)
  const press = (event: MouseEvent) => {
    if (cannot !== undefined) event.preventDefault()
    else if (confirm) setAsking(true)
    else onClick()
  }
  const button = (
    <Button
      {...looks[look]}
      size={size}
      type={props.type ?? 'button'}
      leftSection={icon}
      loading={pending ?? false}
      onClick={press}
      {...(cannot !== undefined && { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': reasonId })}
      className={styles.button}
    >
      {children}
    </Button>
  )
  return (
    <>
      {cannot === undefined ? (
        button
      ) : (
        <Tooltip label={cannot} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
          <span className={styles.wrap}>
            {button}
            <span id={reasonId} hidden>
              {cannot}
            </span>
          </span>
        </Tooltip>
      )}
      {confirm && (
        <ConfirmDialog {...confirm} opened={asking} onClose={() => setAsking(false)} onConfirm={onClick}>
          {confirm.body}
        </ConfirmDialog>
      )}
    </>
  )
}

export type LinkButtonProps = {
  to: string
  children: ReactNode
  look?: 'primary' | 'default' | 'quiet'
  icon?: ReactNode
}

/** A link with the look of a button, for going somewhere (a form, a report). */
export function LinkButton({ to, children, look = 'default', icon }: LinkButtonProps) {
  const go = useGo()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <Button component="a" href={to} {...looks[look]} leftSection={icon} onClick={follow} className={styles.button}>
      {children}
    </Button>
  )
}
