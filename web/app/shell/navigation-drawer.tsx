import { Drawer } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { NavigationLinks } from './navigation.tsx'

/** The navigation of a narrow screen. */
export default function NavigationDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('Navigation')}
      size="min(20rem, 88vw)"
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <NavigationLinks onFollow={onClose} />
    </Drawer>
  )
}
