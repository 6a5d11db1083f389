import { IconBuilding, IconRoute, IconUsersGroup, IconWorld } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

const permission = 'context:read'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'context',
      order: 20,
      label: t('Organisation'),
      to: '/organization',
      icon: IconBuilding,
      permission,
      waiting: ['review-context', 'review-interested-parties', 'review-scope'],
    },
    {
      phase: 'context',
      order: 30,
      label: t('Context issues'),
      to: '/context-issues',
      under: '/organization',
      icon: IconWorld,
      permission,
    },
    {
      phase: 'context',
      order: 40,
      label: t('Interested parties'),
      to: '/interested-parties',
      under: '/organization',
      icon: IconUsersGroup,
      permission,
    },
    {
      phase: 'context',
      order: 50,
      label: t('Processes'),
      to: '/processes',
      under: '/organization',
      icon: IconRoute,
      permission,
    },
  ],
  routes: [
    { path: '/organization', page: () => import('./organization-page.tsx') },
    { path: '/organization/edit', page: () => import('./edit-profile-page.tsx') },
    { path: '/organization/reviews', page: () => import('./reviews-page.tsx') },
    { path: '/organization/reviews/new', page: () => import('./new-review-page.tsx') },
    { path: '/context-issues', page: () => import('./issues-page.tsx') },
    { path: '/context-issues/new', page: () => import('./new-issue-page.tsx') },
    { path: '/context-issues/$id', page: () => import('./issue-page.tsx') },
    { path: '/interested-parties', page: () => import('./parties-page.tsx') },
    { path: '/interested-parties/new', page: () => import('./new-party-page.tsx') },
    { path: '/interested-parties/$id', page: () => import('./party-page.tsx') },
    { path: '/party-requirements', page: () => import('./requirements-page.tsx') },
    { path: '/processes', page: () => import('./processes-page.tsx') },
    { path: '/processes/new', page: () => import('./new-process-page.tsx') },
    { path: '/processes/$id', page: () => import('./process-page.tsx') },
  ],
  commands: [
    { label: t('Record a context issue'), to: '/context-issues/new', permission: 'context:edit' },
    { label: t('Record an interested party'), to: '/interested-parties/new', permission: 'context:edit' },
    { label: t('Record a process'), to: '/processes/new', permission: 'context:edit' },
    { label: t('Record a review of the context'), to: '/organization/reviews/new', permission: 'context:review' },
  ],
  records: [
    { kind: 'organization', label: t('Organisation'), to: () => '/organization' },
    { kind: 'context-issue', label: t('Context issue'), to: (id) => `/context-issues/${id}` },
    { kind: 'interested-party', label: t('Interested party'), to: (id) => `/interested-parties/${id}` },
    { kind: 'process', label: t('Process'), to: (id) => `/processes/${id}` },
  ],
}
