import { IconFileText } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'support',
      order: 10,
      label: t('Documents'),
      to: '/documents',
      icon: IconFileText,
      permission: 'documents:read',
      waiting: ['approve-document', 'review-document'],
    },
  ],
  routes: [
    { path: '/documents', page: () => import('./documents-page.tsx') },
    { path: '/documents/new', page: () => import('./new-document-page.tsx') },
    { path: '/documents/bring-in', page: () => import('./bring-in-page.tsx') },
    { path: '/documents/$id', page: () => import('./document-page.tsx') },
    { path: '/documents/$id/edit', page: () => import('./keeping-page.tsx') },
    { path: '/documents/$id/versions/$number', page: () => import('./version-page.tsx') },
    { path: '/documents/$id/versions/$number/write', page: () => import('./write-page.tsx') },
  ],
  records: [{ kind: 'document', label: t('Document'), to: (id) => `/documents/${id}` }],
  commands: [
    { label: t('Start a document'), to: '/documents/new', permission: 'documents:write' },
    { label: t('Bring in a signed document'), to: '/documents/bring-in', permission: 'documents:write' },
  ],
}
