import { IconHome, IconInbox, IconMenu2, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import styles from './bottom-bar.module.css'
import { AsOfThumbFace } from './faces.tsx'
import { OnDemand } from './on-demand.tsx'
import { openPalette } from './palette-host.tsx'

const AsOfThumb = lazy(() => import('./as-of-thumb.tsx'))
const NavigationDrawer = lazy(() => import('./navigation-drawer.tsx'))

/** The frame's controls on a narrow screen, where the thumb is. */
export function BottomBar() {
  const [opened, setOpened] = useState(false)
  const [everOpened, setEverOpened] = useState(false)
  const open = () => {
    setEverOpened(true)
    setOpened(true)
  }
  return (
    <nav className={styles.bar} aria-label={t('Quick access')}>
      <button type="button" className={styles.item} aria-expanded={opened} onClick={open}>
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
      <OnDemand menu={AsOfThumb} face={AsOfThumbFace} kind="dialog" />
      <Link to="/inbox" plain className={styles.item}>
        <IconInbox size={22} stroke={1.7} aria-hidden />
        {t('Inbox')}
      </Link>
      {everOpened && (
        <Suspense fallback={null}>
          <NavigationDrawer opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </nav>
  )
}
