import { IconListCheck, IconShieldCheck } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

const permission = 'controls:read'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'plan',
      order: 40,
      label: t('Statement of Applicability'),
      to: '/statements-of-applicability',
      icon: IconListCheck,
      permission,
      waiting: 'approve-statement',
    },
    { phase: 'operate', order: 20, label: t('Controls'), to: '/controls', icon: IconShieldCheck, permission },
  ],
  routes: [
    { path: '/controls', page: () => import('./controls-page.tsx') },
    { path: '/controls/new', page: () => import('./new-control-page.tsx') },
    { path: '/controls/$id', page: () => import('./control-page.tsx') },
    { path: '/controls/$id/edit', page: () => import('./edit-control-page.tsx') },
    { path: '/statements-of-applicability', page: () => import('./statements-page.tsx') },
    { path: '/statements-of-applicability/$id', page: () => import('./statement-page.tsx') },
    { path: '/statements-of-applicability/$id/rows/$row', page: () => import('./row-page.tsx') },
  ],
  records: [
    { kind: 'applied-control', label: t('Control'), to: (id) => `/controls/${id}` },
    {
      kind: 'statement-of-applicability',
      label: t('Statement of Applicability'),
      to: (id) => `/statements-of-applicability/${id}`,
    },
  ],
  commands: [
    { label: t('Plan a control'), to: '/controls/new', permission: 'controls:edit' },
    { label: t('Open the Statement of Applicability'), to: '/statements-of-applicability', permission },
  ],
}
