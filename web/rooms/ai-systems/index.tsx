import { IconInbox, IconMessagePlus, IconRobot, IconStack2 } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

const component = (id: string) => `/components/${id}`

export const pages: RoomPages = {
  nav: [
    {
      phase: 'operate',
      order: 10,
      label: t('AI systems'),
      to: '/ai-systems',
      icon: IconRobot,
      permission: 'ai-systems:read',
    },
    {
      phase: 'operate',
      order: 20,
      label: t('Models and data'),
      to: '/components',
      under: '/ai-systems',
      icon: IconStack2,
      permission: 'components:read',
    },
    {
      phase: 'operate',
      order: 30,
      label: t('Reported AI'),
      to: '/reported-ai',
      under: '/ai-systems',
      icon: IconInbox,
      permission: 'ai-systems:review-intake',
      waiting: 'answer-intake',
    },
    {
      phase: 'operate',
      order: 40,
      label: t('Report AI'),
      to: '/report-ai',
      under: '/ai-systems',
      icon: IconMessagePlus,
      permission: 'ai-systems:intake',
    },
  ],
  routes: [
    { path: '/ai-systems', page: () => import('./systems-page.tsx') },
    { path: '/ai-systems/new', page: () => import('./new-system-page.tsx') },
    { path: '/ai-systems/$id', page: () => import('./system-page.tsx') },
    { path: '/ai-systems/$id/edit', page: () => import('./edit-system-page.tsx') },
    { path: '/components', page: () => import('./components-page.tsx') },
    { path: '/components/new', page: () => import('./new-component-page.tsx') },
    { path: '/components/$id', page: () => import('./component-page.tsx') },
    { path: '/components/$id/edit', page: () => import('./edit-component-page.tsx') },
    { path: '/reported-ai', page: () => import('./reported-page.tsx') },
    { path: '/report-ai', page: () => import('./report-page.tsx') },
  ],
  records: [
    { kind: 'ai-system', label: t('AI system'), to: (id) => `/ai-systems/${id}` },
    { kind: 'model', label: t('Model'), to: component },
    { kind: 'dataset', label: t('Dataset'), to: component },
    { kind: 'prompt', label: t('Prompt'), to: component },
    { kind: 'agent', label: t('Agent'), to: component },
  ],
  commands: [
    { label: t('Register AI system'), to: '/ai-systems/new', permission: 'ai-systems:register' },
    { label: t('Register model or dataset'), to: '/components/new', permission: 'components:register' },
    { label: t('Report AI that you use or want'), to: '/report-ai', permission: 'ai-systems:intake' },
  ],
}
