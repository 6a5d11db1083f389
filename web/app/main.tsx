import '../ui/mantine.css'
import '../ui/theme.css'
import './no-compiled-checks.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { locale } from '../messages/index.ts'
import { queryClient, signedOut } from '../ui/api.ts'
import { sessionQuery } from '../ui/session.ts'
import { router } from './router.tsx'
import { theme, themeManager } from './theme.ts'

document.documentElement.lang = locale

// Asked before anything is drawn: the answer decides which page's script to load.
void queryClient.prefetchQuery(sessionQuery)

signedOut.addEventListener('signed-out', () => {
  if (router.state.location.pathname === '/sign-in') return
  // The shell needs its session until it is gone from the page.
  void router
    .navigate({ to: '/sign-in', search: { next: router.state.location.href } })
    .then(() => queryClient.setQueryData(sessionQuery.queryKey, null))
})

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

createRoot(place).render(
  <MantineProvider
    theme={theme}
    colorSchemeManager={themeManager}
    defaultColorScheme="auto"
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
)
