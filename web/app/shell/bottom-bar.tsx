import { Drawer } from '@mantine/core'
import { IconHome, IconInbox, IconMenu2, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { AsOfPicker } from './as-of-picker.tsx'
import styles from './bottom-bar.module.css'
import { NavigationLinks } from './navigation.tsx'
import { openPalette } from './palette-host.tsx'

/** The frame's controls on a narrow screen, where the thumb is. */
export function BottomBar() {
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <nav className={styles.bar} aria-label={t('Quick access')}>
      <button type="button" className={styles.item} aria-expanded={opened} onClick={() => setOpened(true)}>
        <IconMenu2 size={22} stroke={1.7} aria-hidden />
        {t('Menu')}
      </button>
      <Link to="/" plain className={styles.item}>
        <IconHome size={22} stroke={1.7} aria-hidden />
        {t('Home')}
      </Link>
      <button type="button" className={styles.item} onClick={openPalette}>
        <IconSearch size={22} stroke={1.7} aria-hidden />
        {t('Search')}
      </button>
      <AsOfPicker look="bottom" />
      <Link to="/inbox" plain className={styles.item}>
        <IconInbox size={22} stroke={1.7} aria-hidden />
        {t('Inbox')}
      </Link>
      <Drawer
        opened={opened}
        onClose={close}
        title={t('Navigation')}
        size="min(20rem, 88vw)"
        closeButtonProps={{ 'aria-label': t('Close') }}
      >
        <NavigationLinks onFollow={close} />
      </Drawer>
    </nav>
  )
}
