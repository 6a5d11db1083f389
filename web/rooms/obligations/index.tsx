import { IconGavel } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'plan',
      order: 10,
      label: t('Obligations'),
      to: '/obligations',
      icon: IconGavel,
      permission: 'obligations:read',
      waiting: ['review-obligation', 'decide-obligation'],
    },
  ],
  routes: [
    { path: '/obligations', page: () => import('./obligations-page.tsx') },
    { path: '/obligations/new', page: () => import('./new-obligation-page.tsx') },
    { path: '/obligations/$id', page: () => import('./obligation-page.tsx') },
    { path: '/ai-systems/$id/ai-act', page: () => import('./answer-page.tsx') },
  ],
  records: [{ kind: 'obligation', label: t('Obligation'), to: (id) => `/obligations/${id}` }],
  commands: [{ label: t('Add obligation'), to: '/obligations/new', permission: 'obligations:edit' }],
}
