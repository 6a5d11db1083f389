import { IconChecklist, IconInbox } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'support',
      order: 30,
      label: t('Tasks'),
      to: '/tasks',
      icon: IconChecklist,
      permission: 'tasks:read-all',
    },
    {
      phase: 'settings',
      order: 15,
      label: t('Calendar and mail'),
      to: '/settings/follow',
      under: '/settings/security',
      icon: IconInbox,
      permission: 'tasks:follow',
    },
  ],
  routes: [
    { path: '/inbox', page: () => import('./inbox-page.tsx') },
    { path: '/tasks', page: () => import('./tasks-page.tsx') },
    { path: '/tasks/new', page: () => import('./new-task-page.tsx') },
    { path: '/tasks/$id', page: () => import('./task-page.tsx') },
    { path: '/settings/follow', page: () => import('./follow-page.tsx') },
  ],
  records: [{ kind: 'task', label: t('Task'), to: (id) => `/tasks/${id}` }],
  commands: [
    { label: t('Open inbox'), to: '/inbox', permission: 'tasks:follow' },
    { label: t('Add task'), to: '/tasks/new', permission: 'tasks:create' },
  ],
}
