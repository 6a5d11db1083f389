import { IconUsersGroup } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

const permission = 'impact-assessments:read'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'plan',
      order: 34,
      label: t('Impact assessments'),
      to: '/impact-assessments',
      icon: IconUsersGroup,
      permission,
      waiting: ['approve-impact-assessment', 'look-again-at-impact'],
    },
  ],
  routes: [
    { path: '/impact-assessments', page: () => import('./assessments-page.tsx') },
    { path: '/impact-assessments/new', page: () => import('./new-page.tsx') },
    { path: '/impact-assessments/rules', page: () => import('./rules-page.tsx') },
    { path: '/impact-assessments/$id', page: () => import('./assessment-page.tsx') },
    { path: '/impact-assessments/$id/write', page: () => import('./write-page.tsx') },
  ],
  records: [
    { kind: 'impact-assessment', label: t('Impact assessment'), to: (id) => `/impact-assessments/${id}` },
    { kind: 'impact-rules', label: t('Rules for impact assessments'), to: () => '/impact-assessments/rules' },
  ],
  commands: [
    {
      label: t('Assess the impact of a system'),
      to: '/impact-assessments/new',
      permission: 'impact-assessments:write',
    },
  ],
}
