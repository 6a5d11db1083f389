import { IconHistory, IconShieldCheck } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

const permission = 'audit-trail:read'

export const pages: RoomPages = {
  nav: [
    { phase: 'assurance', order: 40, label: t('Audit trail'), to: '/audit-trail', icon: IconHistory, permission },
    {
      phase: 'assurance',
      order: 50,
      label: t('Ledger'),
      to: '/ledger',
      under: '/audit-trail',
      icon: IconShieldCheck,
      permission,
    },
  ],
  routes: [
    { path: '/audit-trail', page: () => import('./trail-page.tsx') },
    { path: '/ledger', page: () => import('./ledger-page.tsx') },
    { path: '/ledger/$seq', page: () => import('./entry-page.tsx') },
  ],
  commands: [{ label: t('Check a checkpoint'), to: '/ledger?tab=check', permission }],
}
