import { IconDevices, IconPalette } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    { phase: 'settings', order: 10, label: t('Appearance'), to: '/settings/appearance', icon: IconPalette },
    { phase: 'settings', order: 20, label: t('Sessions'), to: '/settings/sessions', icon: IconDevices },
  ],
  routes: [
    { path: '/settings/appearance', page: () => import('./appearance-page.tsx') },
    { path: '/settings/sessions', page: () => import('./sessions-page.tsx') },
  ],
}
