import { ActionIcon } from '@mantine/core'
import { IconInbox, IconSearch } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { AsOfPicker } from './as-of-picker.tsx'
import { OrganizationMenu } from './organization-menu.tsx'
import { openPalette } from './palette-host.tsx'
import { PersonMenu } from './person-menu.tsx'
import styles from './top-bar.module.css'
import { useWaiting } from './waiting.ts'

/** Organisation, search and commands, the instant looked at, inbox, person. On narrow screens the rest is at the bottom. */
export function TopBar({ narrow }: { narrow: boolean }) {
  return (
    <header className={styles.bar}>
      <OrganizationMenu />
      <span className={styles.grow} />
      {!narrow && (
        <>
          <button type="button" className={styles.search} onClick={openPalette}>
            <IconSearch size={16} aria-hidden />
            <span>{t('Search or go to')}</span>
            <kbd>Ctrl K</kbd>
          </button>
          <AsOfPicker />
          <InboxLink />
        </>
      )}
      <PersonMenu />
    </header>
  )
}

function InboxLink() {
  const { inbox = 0 } = useWaiting()
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
