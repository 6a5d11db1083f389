import { IconBooks } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'assurance',
      order: 30,
      label: t('Frameworks'),
      to: '/frameworks',
      icon: IconBooks,
      permission: 'frameworks:read',
    },
  ],
  routes: [
    { path: '/frameworks', page: () => import('./frameworks-page.tsx') },
    { path: '/frameworks/$framework', page: () => import('./framework-page.tsx') },
    { path: '/frameworks/$framework/compare/$other', page: () => import('./compare-page.tsx') },
    { path: '/frameworks/$framework/$ref', page: () => import('./requirement-page.tsx') },
  ],
  commands: [
    { label: t('Open ISO/IEC 42001'), to: '/frameworks/ISO-42001-2023', permission: 'frameworks:read' },
    { label: t('Search all frameworks'), to: '/frameworks', permission: 'frameworks:read' },
  ],
  records: [
    { kind: 'requirement', label: t('Requirement of a framework'), to: (id) => `/frameworks/${encodedKey(id)}` },
  ],
}

/** `NIST-AI-RMF-1.0/GOVERN 1.1` as an address. */
function encodedKey(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/')
}
