import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router'
import { queryClient } from '../ui/api.ts'
import { sessionQuery } from '../ui/session.ts'
import { Toasts } from '../ui/toasts.tsx'
import { ErrorPage } from './pages/error-page.tsx'
import { NotFound } from './pages/not-found.tsx'
import { routes } from './rooms.ts'

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Toasts />
    </>
  ),
  notFoundComponent: NotFound,
})

const doors: AnyRoute[] = [
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./pages/sign-in.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    component: lazyRouteComponent(() => import('./pages/setup.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgotten-password',
    component: lazyRouteComponent(() => import('./pages/forgotten-password.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reset-password',
    component: lazyRouteComponent(() => import('./pages/reset-password.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: lazyRouteComponent(() => import('./pages/invitation.tsx')),
  }),
]

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazyRouteComponent(() => import('./shell/shell.tsx')),
  notFoundComponent: NotFound,
  beforeLoad: async ({ location }) => {
    if (await queryClient.ensureQueryData(sessionQuery)) return
    const next = location.href === '/' ? {} : { next: location.href }
    throw redirect({ to: '/sign-in', search: next })
  },
})

const pages = routes.map(({ path, page }) =>
  createRoute({ getParentRoute: () => shell, path, component: lazyRouteComponent(page) }),
)

// The patterns with made-up content, to look at while working on them; no part of the built page.
const gallery: AnyRoute[] = import.meta.env.DEV
  ? (await import('./gallery/index.tsx')).routes.map(({ path, page }) =>
      createRoute({ getParentRoute: () => shell, path, component: lazyRouteComponent(page) }),
    )
  : []

// A path that no page has still shows the frame, when somebody is signed in.
const elsewhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound })

export const router = createRouter({
  routeTree: root.addChildren([...doors, shell.addChildren([...pages, ...gallery, elsewhere])]),
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
  // Plain parameters: an address that somebody reads or writes by hand means what it says, `q=42` is text.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(plainEntries(search)).toString()
    return text === '' ? '' : `?${text}`
  },
})

function plainEntries(search: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )
}
