import type { RoomRoute } from '../../ui/room-pages.ts'

export const routes: RoomRoute[] = [
  { path: '/gallery', page: () => import('./patterns-page.tsx') },
  { path: '/gallery/suppliers', page: () => import('./suppliers-page.tsx') },
  { path: '/gallery/suppliers/new', page: () => import('./new-supplier-page.tsx') },
  { path: '/gallery/suppliers/$id', page: () => import('./supplier-page.tsx') },
]
