import { useMediaQuery } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { useAsOf } from '../../ui/as-of.ts'
import { useSession } from '../../ui/session.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Navigation } from './navigation.tsx'
import { PaletteHost } from './palette-host.tsx'
import { PastBand } from './past-band.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

const collapsedKey = 'assay:navigation'

/** The frame around every page of a signed-in person: navigation along the cycle, one bar on top, nothing else. */
export default function Shell() {
  const narrow = useMediaQuery('(max-width: 56.25rem)', undefined, { getInitialValueInEffect: false })
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(collapsedKey) === 'collapsed')
  const past = useAsOf() !== undefined
  const { organization } = useSession()
  const collapse = (next: boolean) => {
    setCollapsed(next)
    localStorage.setItem(collapsedKey, next ? 'collapsed' : 'open')
  }
  return (
    <div className={styles.shell} data-past={past || undefined} data-collapsed={(!narrow && collapsed) || undefined}>
      <a href="#content" className={styles.skip}>
        {t('Skip to content')}
      </a>
      {!narrow && <Navigation collapsed={collapsed} onCollapse={collapse} />}
      <div className={styles.main}>
        <TopBar key={organization.id} narrow={narrow} />
        <PastBand />
        <main id="content" tabIndex={-1} className={styles.content}>
          <Outlet />
        </main>
      </div>
      {narrow && <BottomBar />}
      <PaletteHost />
    </div>
  )
}
