import { IconAlertTriangle, IconChartLine, IconGridDots } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

const permission = 'risks:read'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'plan',
      order: 30,
      label: t('Risks'),
      to: '/risks',
      icon: IconAlertTriangle,
      permission,
      waiting: ['reassess-risk', 'accept-risk', 'check-treatment'],
    },
    {
      phase: 'plan',
      order: 31,
      label: t('Risk criteria'),
      to: '/risk-criteria',
      under: '/risks',
      icon: IconGridDots,
      permission,
      waiting: 'approve-risk-criteria',
    },
    {
      phase: 'plan',
      order: 32,
      label: t('Loss in figures'),
      to: '/risks/figures',
      under: '/risks',
      icon: IconChartLine,
      permission,
    },
  ],
  routes: [
    { path: '/risks', page: () => import('./risks-page.tsx') },
    { path: '/risks/new', page: () => import('./new-risk-page.tsx') },
    { path: '/risks/library', page: () => import('./library-page.tsx') },
    { path: '/risks/figures', page: () => import('./figures/loss-page.tsx') },
    { path: '/risks/simulations/$id', page: () => import('./figures/simulation-page.tsx') },
    { path: '/risks/$id', page: () => import('./risk-page.tsx') },
    { path: '/risk-criteria', page: () => import('./criteria-page.tsx') },
    { path: '/risk-criteria/write', page: () => import('./write-criteria-page.tsx') },
    { path: '/risk-criteria/$id', page: () => import('./edition-page.tsx') },
  ],
  commands: [
    { label: t('Identify a risk'), to: '/risks/new', permission: 'risks:edit' },
    { label: t('Search the risk library'), to: '/risks/library', permission },
    { label: t('Loss in figures'), to: '/risks/figures', permission },
  ],
  records: [
    { kind: 'risk', label: t('Risk'), to: (id) => `/risks/${id}` },
    { kind: 'risk-simulation', label: t('Simulation of losses'), to: (id) => `/risks/simulations/${id}` },
    { kind: 'risk-criteria', label: t('Risk criteria'), to: (id) => `/risk-criteria/${id}` },
  ],
}
