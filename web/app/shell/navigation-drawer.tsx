import { Drawer } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { NavigationLinks } from './navigation.tsx'

/** The navigation of a narrow screen. */
export default function NavigationDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [followed, setFollowed] = useState(false)
  const follow = () => {
    // The focus belongs to the page that opens, not to the button that opened this.
    setFollowed(true)
    onClose()
  }
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      returnFocus={!followed}
      onEnterTransitionEnd={() => setFollowed(false)}
      title={t('Navigation')}
      size="min(20rem, 88vw)"
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <NavigationLinks onFollow={follow} />
    </Drawer>
  )
}
