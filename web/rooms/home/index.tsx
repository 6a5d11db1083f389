import type { RoomPages } from '../../ui/room-pages.ts'

export const pages: RoomPages = {
  nav: [],
  routes: [{ path: '/', page: () => import('./home-page.tsx') }],
}
