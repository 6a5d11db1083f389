import { useEffect, type ReactNode } from 'react'
import { Mark } from '../shell/mark.tsx'
import styles from './door.module.css'

/** The frame of the pages before the shell: sign-in, set-up, invitation. Light on purpose, it loads first. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Assay`
  }, [title])
  return (
    <main className={styles.door}>
      <div className={styles.card}>
        <Mark />
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </div>
    </main>
  )
}

/** The token after `#token=`: in the fragment it reaches no server log and no referrer. */
export function fragmentToken(): string {
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
}

/** A field's text in a submitted form. */
export function formText(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value.trim() : ''
}
