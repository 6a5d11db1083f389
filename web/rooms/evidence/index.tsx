import { IconPaperclip } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'support',
      order: 20,
      label: t('Evidence'),
      to: '/evidence',
      icon: IconPaperclip,
      permission: 'evidence:read',
      waiting: 'review-evidence',
    },
  ],
  routes: [
    { path: '/evidence', page: () => import('./evidence-list-page.tsx') },
    { path: '/evidence/new', page: () => import('./new-evidence-page.tsx') },
    { path: '/evidence/$id', page: () => import('./evidence-page.tsx') },
  ],
  records: [{ kind: 'evidence', label: t('Evidence'), to: (id) => `/evidence/${id}` }],
  commands: [{ label: t('Record evidence'), to: '/evidence/new', permission: 'evidence:collect' }],
}
