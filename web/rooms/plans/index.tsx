import { IconRoute } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [{ phase: 'plan', order: 60, label: t('Plans'), to: '/plans', icon: IconRoute, permission: 'plans:read' }],
  routes: [
    { path: '/plans', page: () => import('./plans-page.tsx') },
    { path: '/plans/new', page: () => import('./new-plan-page.tsx') },
    { path: '/plans/$id', page: () => import('./plan-page.tsx') },
    { path: '/plans/$id/edit', page: () => import('./edit-plan-page.tsx') },
  ],
  commands: [{ label: t('Plan the road'), to: '/plans/new', permission: 'plans:edit' }],
  records: [{ kind: 'plan', label: t('Plan'), to: (id) => `/plans/${id}` }],
}
