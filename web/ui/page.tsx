import { useRouterState } from '@tanstack/react-router'
import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { t } from '../messages/index.ts'
import { classes } from './classes.ts'
import { Link } from './link.tsx'
import styles from './page.module.css'

export type Crumb = { label: string; to: string }

export type PageProps = {
  /** The one h1, and the document's title. */
  title: string
  /** The way here, outermost first, without this page itself. */
  crumbs?: Crumb[]
  /** Above the title: what kind of thing this is. */
  kind?: string
  /** Beside the title: a `StateBadge`. */
  state?: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** Buttons; the most likely one first. */
  actions?: ReactNode
  /** A column beside the content; below it on narrow screens. */
  aside?: ReactNode
  /** `text` keeps lines readable (forms, records), `wide` gives a table all the room. */
  width?: 'text' | 'wide'
  children: ReactNode
}

/** The frame of every page inside the shell. Opening a page moves the focus to its title, so it is read out. */
export function Page({ title, crumbs, kind, state, lead, actions, aside, width = 'wide', children }: PageProps) {
  const heading = useTitle(title)
  return (
    <div className={classes(styles.page, styles[width])}>
      {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <header className={styles.header}>
        <div className={styles.titles}>
          {kind && <p className={styles.kind}>{kind}</p>}
          <div className={styles.titleRow}>
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
            {state}
          </div>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {aside ? (
        <div className={styles.columns}>
          <div className={styles.content}>{children}</div>
          <aside className={styles.aside} aria-label={t('Related')}>
            {aside}
          </aside>
        </div>
      ) : (
        children
      )}
    </div>
  )
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label={t('Breadcrumbs')}>
      <ol className={styles.crumbs}>
        {crumbs.map(({ label, to }, place) => (
          <li key={to}>
            {place > 0 && <IconChevronRight size={14} aria-hidden />}
            <Link to={to} plain>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

let isFirstPage = true

/** Names the document and focuses the title of every page but the first, whose visitor begins at the top. */
function useTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => {
    document.title = `${title} · Assay`
  }, [title])
  // Once for each path: a record's page stays mounted when the next record is opened from it.
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [path])
  return heading
}

/** A part of a page with its own heading. `actions` stand at the heading's end. */
export function Section({ title, lead, actions, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHeader}>
        <div>
          <h2 className={styles.sectionTitle}>{title}</h2>
          {lead && <div className={styles.sectionLead}>{lead}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}

export type SectionProps = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }
