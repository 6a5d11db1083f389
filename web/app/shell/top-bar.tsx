import { ActionIcon } from '@mantine/core'
import { IconInbox, IconSearch } from '@tabler/icons-react'
import { lazy } from 'react'
import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { AsOfFace, PersonFace } from './faces.tsx'
import { OnDemand } from './on-demand.tsx'
import { Organization } from './organization.tsx'
import { openPalette } from './palette-host.tsx'
import styles from './top-bar.module.css'
import { useWaiting } from './waiting.ts'

const AsOfPicker = lazy(() => import('./as-of-picker.tsx'))
const PersonMenu = lazy(() => import('./person-menu.tsx'))

/** Organisation, search and commands, the instant looked at, inbox, person. On narrow screens the rest is at the bottom. */
export function TopBar({ narrow }: { narrow: boolean }) {
  return (
    <header className={styles.bar}>
      <Organization />
      <span className={styles.grow} />
      {!narrow && (
        <>
          <button type="button" className={styles.search} onClick={openPalette}>
            <IconSearch size={16} aria-hidden />
            <span>{t('Search or go to')}</span>
            <kbd>Ctrl K</kbd>
          </button>
          <OnDemand menu={AsOfPicker} face={AsOfFace} kind="dialog" />
          <InboxLink />
        </>
      )}
      <OnDemand menu={PersonMenu} face={PersonFace} kind="menu" />
    </header>
  )
}

function InboxLink() {
  const { total: inbox } = useWaiting()
  const label = t('{count, plural, =0 {Inbox} one {Inbox, # task waits} other {Inbox, # tasks wait}}', { count: inbox })
  return (
    <ActionIcon component="span" variant="subtle" color="gray" size="lg" className={styles.inbox ?? ''}>
      <Link to="/inbox" plain className={styles.inboxLink} aria-label={label} title={label}>
        <IconInbox size={20} aria-hidden />
        {inbox > 0 && <span className={styles.dot} aria-hidden />}
      </Link>
    </ActionIcon>
  )
}
