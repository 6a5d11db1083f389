import { IconMessageQuestion } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'plan',
      order: 10,
      label: t('Gap assessment'),
      to: '/gap-assessments',
      icon: IconMessageQuestion,
      permission: 'gap-assessments:read',
      waiting: 'answer-questions',
    },
  ],
  routes: [
    { path: '/gap-assessments', page: () => import('./assessments-page.tsx') },
    { path: '/gap-assessments/new', page: () => import('./new-assessment-page.tsx') },
    { path: '/gap-assessments/$id', page: () => import('./assessment-page.tsx') },
    { path: '/gap-assessments/$id/interview', page: () => import('./interview-page.tsx') },
  ],
  commands: [{ label: t('Start a gap assessment'), to: '/gap-assessments/new', permission: 'gap-assessments:steer' }],
  records: [{ kind: 'gap-assessment', label: t('Gap assessment'), to: (id) => `/gap-assessments/${id}` }],
}
