import { IconCompass, IconScale } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'context',
      order: 10,
      label: t('Screening'),
      to: '/screening',
      icon: IconCompass,
      permission: 'screening:read',
      waiting: 'answer-trigger',
    },
    {
      phase: 'context',
      order: 15,
      label: t('Business case'),
      to: '/business-case',
      under: '/screening',
      icon: IconScale,
      permission: 'business-case:read',
    },
  ],
  routes: [
    { path: '/screening', page: () => import('./screening-page.tsx') },
    { path: '/screening/triggers', page: () => import('./triggers-page.tsx') },
    { path: '/screening/$id', page: () => import('./result-page.tsx') },
    { path: '/screening/$id/questions', page: () => import('./questions-page.tsx') },
    { path: '/screening/$id/check', page: () => import('./check-page.tsx') },
    { path: '/business-case', page: () => import('./business-case-page.tsx') },
  ],
  commands: [
    { label: t('Screen whether you need ISO/IEC 42001'), to: '/screening', permission: 'screening:answer' },
    { label: t('Report a trigger'), to: '/screening/triggers', permission: 'screening:report-trigger' },
  ],
  records: [
    { kind: 'screening', label: t('Screening'), to: (id) => `/screening/${id}` },
    { kind: 'screening-trigger', label: t('Trigger'), to: () => '/screening/triggers' },
    { kind: 'deal', label: t('Deal'), to: () => '/business-case?tab=deals' },
    { kind: 'competitor', label: t('Competitor'), to: () => '/business-case?tab=competitors' },
  ],
}
