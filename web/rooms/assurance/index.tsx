import { IconRulerMeasure, IconScale } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

const permission = 'assurance:read'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'assurance',
      order: 10,
      label: t('Measurement plans'),
      to: '/assurance',
      icon: IconRulerMeasure,
      permission,
      waiting: 'approve-measurement-plan',
    },
    {
      phase: 'assurance',
      order: 20,
      label: t('Measurements'),
      to: '/assurance/runs',
      under: '/assurance',
      icon: IconScale,
      permission,
    },
  ],
  routes: [
    { path: '/assurance', page: () => import('./plans-page.tsx') },
    { path: '/assurance/plans/new', page: () => import('./new-plan-page.tsx') },
    { path: '/assurance/plans/$id', page: () => import('./plan-page.tsx') },
    { path: '/assurance/plans/$id/edit', page: () => import('./edit-plan-page.tsx') },
    { path: '/assurance/runs', page: () => import('./runs-page.tsx') },
    { path: '/assurance/runs/$id', page: () => import('./run-page.tsx') },
    { path: '/assurance/runs/$id/compare/$other', page: () => import('./compare/compare-page.tsx') },
  ],
  records: [
    { kind: 'measurement-plan', label: t('Measurement plan'), to: (id) => `/assurance/plans/${id}` },
    { kind: 'measurement-run', label: t('Measurement'), to: (id) => `/assurance/runs/${id}` },
  ],
  commands: [{ label: t('Write a measurement plan'), to: '/assurance/plans/new', permission: 'assurance:plan' }],
}
