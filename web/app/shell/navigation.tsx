import { ActionIcon } from '@mantine/core'
import { useRouterState } from '@tanstack/react-router'
import { IconHome, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import type { NavEntry } from '../../ui/room-pages.ts'
import { useSession } from '../../ui/session.ts'
import { navigation } from '../rooms.ts'
import { Mark } from './mark.tsx'
import styles from './navigation.module.css'
import { branchesOf, groupsFor, type NavBranch } from './phases.ts'
import { useWaiting } from './waiting.ts'

type NavigationProps = { collapsed: boolean; onCollapse: (collapsed: boolean) => void }

/** The way through the product, along the cycle. */
export function Navigation({ collapsed, onCollapse }: NavigationProps) {
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggle = collapsed ? t('Widen the navigation') : t('Narrow the navigation')
  return (
    <div className={styles.side} data-collapsed={collapsed || undefined}>
      <NavigationLinks collapsed={collapsed} withMark />
      <ActionIcon
        className={styles.toggle ?? ''}
        variant="subtle"
        color="gray"
        aria-label={toggle}
        title={toggle}
        onClick={() => onCollapse(!collapsed)}
      >
        <Toggle size={20} aria-hidden />
      </ActionIcon>
    </div>
  )
}

type NavigationLinksProps = { collapsed?: boolean; withMark?: boolean; onFollow?: () => void }

/** The links themselves: at the side, or in the drawer of a narrow screen. */
export function NavigationLinks({ collapsed = false, withMark = false, onFollow }: NavigationLinksProps) {
  const { permissions } = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const waiting = useWaiting()
  const home: NavEntry = { phase: 'context', order: 0, label: t('Home'), to: '/', icon: IconHome }
  const current = [home, ...navigation]
    .filter(({ to }) => isWithin(path, to))
    .toSorted(byLength)
    .at(-1)?.to
  const item = (entry: NavEntry, waits: NavEntry[], twigs?: NavEntry[]) => (
    <NavItem
      key={entry.to}
      entry={entry}
      current={entry.to === current}
      collapsed={collapsed}
      count={waiting.countOf(waits.flatMap(({ waiting: reasons }) => reasons ?? []))}
      onFollow={onFollow}
    >
      {twigs && <ul className={styles.twigs}>{twigs.map((twig) => item(twig, [twig]))}</ul>}
    </NavItem>
  )
  // What waits below an entry counts at it for as long as that is folded away.
  const branch = ({ entry, twigs }: NavBranch) =>
    twigs.length > 0 && [entry, ...twigs].some(({ to }) => to === current)
      ? item(entry, [entry], twigs)
      : item(entry, [entry, ...twigs])
  return (
    <nav aria-label={t('Main')} className={styles.nav}>
      {withMark && (
        <Link to="/" plain className={styles.mark} tabIndex={-1} aria-hidden>
          <Mark small />
        </Link>
      )}
      <ul>{item(home, [])}</ul>
      {groupsFor(navigation, permissions).map(({ phase, label, entries }) => (
        <div key={phase} className={styles.group}>
          <p id={`nav-${phase}`} className={styles.phase}>
            {label}
          </p>
          <ul aria-labelledby={`nav-${phase}`}>{branchesOf(entries).map(branch)}</ul>
        </div>
      ))}
    </nav>
  )
}

type NavItemProps = {
  entry: NavEntry
  current: boolean
  collapsed: boolean
  count: number
  onFollow: (() => void) | undefined
  /** the entries below it */
  children?: ReactNode
}

function NavItem({ entry, current, collapsed, count, onFollow, children }: NavItemProps) {
  const Icon = entry.icon
  return (
    <li>
      <Link
        to={entry.to}
        plain
        className={styles.link}
        title={collapsed ? entry.label : undefined}
        aria-current={current ? 'page' : undefined}
        onClick={onFollow}
      >
        <Icon size={19} stroke={1.7} aria-hidden />
        <span className={styles.label}>{entry.label}</span>
        {count > 0 && (
          <span className={styles.count}>
            {count}
            <span className={styles.hidden}> {t('waiting')}</span>
          </span>
        )}
      </Link>
      {children}
    </li>
  )
}

function isWithin(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
}

function byLength(a: NavEntry, b: NavEntry): number {
  return a.to.length - b.to.length
}
