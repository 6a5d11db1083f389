import { useId, useState, type ReactNode } from 'react'
import styles from './explained.module.css'

export type ExplainedProps = {
  /** Why the control cannot be used. */
  reason: string
  /** The control; it takes the id that names the reason as its description. */
  children: (reasonId: string) => ReactNode
}

/** Says a reason beside a control that has the pointer or the focus; Escape puts it away. */
export function Explained({ reason, children }: ExplainedProps) {
  const id = useId()
  const [side, setSide] = useState<'start' | 'end' | 'none'>('none')
  const show = (control: HTMLElement) => {
    setSide(control.getBoundingClientRect().left > window.innerWidth / 2 ? 'end' : 'start')
  }
  return (
    <span
      className={styles.explained}
      onPointerEnter={(event) => show(event.currentTarget)}
      onPointerLeave={() => setSide('none')}
      onFocus={(event) => show(event.currentTarget)}
      onBlur={() => setSide('none')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setSide('none')
      }}
    >
      {children(id)}
      <span id={id} role="tooltip" className={styles.reason} data-side={side}>
        {reason}
      </span>
    </span>
  )
}
