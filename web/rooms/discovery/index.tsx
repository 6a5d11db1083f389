import { IconRadar2 } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

const permission = 'discovery:read'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'support',
      order: 80,
      label: t('Discovery'),
      to: '/discovery',
      icon: IconRadar2,
      permission,
    },
  ],
  routes: [
    { path: '/discovery', page: () => import('./queue-page.tsx') },
    { path: '/discovery/all', page: () => import('./candidates-page.tsx') },
    { path: '/discovery/scans', page: () => import('./scans-page.tsx') },
    { path: '/discovery/$id', page: () => import('./candidate-page.tsx') },
  ],
  records: [{ kind: 'scan-candidate', label: t('Found in code'), to: (id) => `/discovery/${id}` }],
  commands: [{ label: t('Scan code for AI systems'), to: '/discovery/scans', permission: 'discovery:send' }],
}
