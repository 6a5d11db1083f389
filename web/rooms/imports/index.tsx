import { IconFileImport } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'support',
      order: 90,
      label: t('Imports'),
      to: '/imports',
      icon: IconFileImport,
      permission: 'imports:read',
    },
  ],
  routes: [
    { path: '/imports', page: () => import('./imports-page.tsx') },
    { path: '/imports/new', page: () => import('./new-import-page.tsx') },
    { path: '/imports/$id', page: () => import('./import-page.tsx') },
  ],
  records: [{ kind: 'import', label: t('Import'), to: (id) => `/imports/${id}` }],
  commands: [{ label: t('Import a CSV file'), to: '/imports/new', permission: 'imports:run' }],
}
