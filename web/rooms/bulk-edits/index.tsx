import { IconStack2 } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

const permission = 'bulk-edits:read'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'assurance',
      order: 60,
      label: t('Changes of many rows'),
      to: '/bulk-edits',
      under: '/audit-trail',
      icon: IconStack2,
      permission,
    },
  ],
  routes: [{ path: '/bulk-edits', page: () => import('./bulk-edits-page.tsx') }],
  records: [{ kind: 'list-edit', label: t('Change of many rows'), to: () => '/bulk-edits' }],
}
