import { IconBuildingCog, IconKey, IconPalette, IconShieldLock, IconSitemap, IconUsers } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [
    {
      phase: 'settings',
      order: 10,
      label: t('People'),
      to: '/settings/people',
      icon: IconUsers,
      permission: 'people:read',
    },
    {
      phase: 'settings',
      order: 20,
      label: t('Units'),
      to: '/settings/units',
      under: '/settings/people',
      icon: IconSitemap,
      permission: 'units:read',
    },
    {
      phase: 'settings',
      order: 30,
      label: t('API keys'),
      to: '/settings/api-keys',
      under: '/settings/people',
      icon: IconKey,
      permission: 'api-keys:read',
    },
    {
      phase: 'settings',
      order: 40,
      label: t('Organisation settings'),
      to: '/settings/organization',
      under: '/settings/people',
      icon: IconBuildingCog,
      permission: 'organization:edit',
    },
    { phase: 'settings', order: 50, label: t('My security'), to: '/settings/security', icon: IconShieldLock },
    {
      phase: 'settings',
      order: 60,
      label: t('Appearance'),
      to: '/settings/appearance',
      under: '/settings/security',
      icon: IconPalette,
    },
  ],
  routes: [
    { path: '/settings/people', page: () => import('./people-page.tsx') },
    { path: '/settings/people/$id', page: () => import('./person-page.tsx') },
    { path: '/settings/units', page: () => import('./units-page.tsx') },
    { path: '/settings/api-keys', page: () => import('./api-keys-page.tsx') },
    { path: '/settings/api-keys/new', page: () => import('./new-api-key-page.tsx') },
    { path: '/settings/organization', page: () => import('./organization-settings-page.tsx') },
    { path: '/settings/security', page: () => import('./security-page.tsx') },
    { path: '/settings/sessions', page: () => import('./security-page.tsx') },
    { path: '/settings/appearance', page: () => import('./appearance-page.tsx') },
  ],
  commands: [
    { label: t('Invite a person'), to: '/settings/people?tab=invitations', permission: 'people:invite' },
    { label: t('Create an API key'), to: '/settings/api-keys/new', permission: 'api-keys:create' },
  ],
  records: [
    { kind: 'person', label: t('Person'), to: (id) => `/settings/people/${id}` },
    { kind: 'invitation', label: t('Invitation'), to: () => '/settings/people?tab=invitations' },
    { kind: 'unit', label: t('Unit'), to: () => '/settings/units' },
    { kind: 'api-key', label: t('API key'), to: () => '/settings/api-keys' },
  ],
}
