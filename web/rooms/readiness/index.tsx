import { IconChecklist } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'evaluate',
      order: 10,
      label: t('Readiness'),
      to: '/readiness',
      icon: IconChecklist,
      permission: 'readiness:read',
    },
  ],
  routes: [
    { path: '/readiness', page: () => import('./readiness-page.tsx') },
    { path: '/readiness/$ref', page: () => import('./finding-page.tsx') },
  ],
  commands: [{ label: t('See where every clause and control stands'), to: '/readiness', permission: 'readiness:read' }],
}
