import { Button, type ButtonProps } from '@mantine/core'
import { lazy, Suspense, useState, type MouseEvent, type ReactNode } from 'react'
import { Explained } from './explained.tsx'
import { useGo } from './navigation.ts'
import { useCannotWrite } from './session.ts'
import styles from './verb-button.module.css'

// Loaded when something is first asked twice: the dialog's script is larger than the button's.
const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx').then((it) => ({ default: it.ConfirmDialog })))

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
  const cannotWrite = useCannotWrite(permission)
  const cannot = props.cannot ?? (writes ? cannotWrite : undefined)
  const press = (event: MouseEvent) => {
    if (cannot !== undefined) event.preventDefault()
    else if (confirm) setAsking(true)
    else onClick()
  }
  const button = (reasonId?: string) => (
    <Button
      {...looks[look]}
      size={size}
      type={props.type ?? 'button'}
      leftSection={icon}
      loading={pending ?? false}
      onClick={press}
      {...(reasonId !== undefined && { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': reasonId })}
      className={styles.button}
    >
      {children}
    </Button>
  )
  return (
    <>
      {cannot === undefined ? button() : <Explained reason={cannot}>{button}</Explained>}
      {confirm && asking && (
        <Suspense fallback={null}>
          <ConfirmDialog {...confirm} opened onClose={() => setAsking(false)} onConfirm={onClick}>
            {confirm.body}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  )
}

export type LinkButtonProps = {
  to: string
  children: ReactNode
  look?: 'primary' | 'default' | 'quiet'
  icon?: ReactNode
  /** For a link to a form: what its button will ask for. Without it, or in the past, the link says why it is closed. */
  permission?: string
}

/** A link with the look of a button, for going somewhere (a form, a report). */
export function LinkButton({ to, children, look = 'default', icon, permission }: LinkButtonProps) {
  const go = useGo()
  const cannotWrite = useCannotWrite(permission)
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  }
  if (permission !== undefined && cannotWrite !== undefined) {
    return (
      <VerbButton look={look} icon={icon} cannot={cannotWrite} onClick={() => undefined}>
        {children}
      </VerbButton>
    )
  }
  return (
    <Button component="a" href={to} {...looks[look]} leftSection={icon} onClick={follow} className={styles.button}>
      {children}
    </Button>
  )
}
