import { IconFocusCentered } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'context',
      order: 60,
      label: t('Scope'),
      to: '/scope',
      under: '/organization',
      icon: IconFocusCentered,
      permission: 'scope:read',
    },
  ],
  routes: [{ path: '/scope', page: () => import('./scope-page.tsx') }],
  commands: [{ label: t('Look at the scope'), to: '/scope', permission: 'scope:read' }],
}
