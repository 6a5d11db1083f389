import { IconReportAnalytics } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'evaluate',
      order: 70,
      label: t('Reports'),
      to: '/reports',
      icon: IconReportAnalytics,
      permission: 'reports:read',
    },
  ],
  routes: [
    { path: '/reports', page: () => import('./reports-page.tsx') },
    { path: '/reports/$id', page: () => import('./report-page.tsx') },
  ],
  commands: [{ label: t('Make a gap report'), to: '/reports', permission: 'reports:make' }],
  records: [{ kind: 'report', label: t('Report'), to: (id) => `/reports/${id}` }],
}
