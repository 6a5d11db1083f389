import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense, useSyncExternalStore } from 'react'

// The palette's script is loaded when it is first opened, by key or button.
const Palette = lazy(() => import('./palette.tsx'))

type State = 'never' | 'open' | 'closed'
let state: State = 'never'
const listeners = new Set<() => void>()

export function openPalette(): void {
  change('open')
}

/** Where the command palette appears, and its key. */
export function PaletteHost() {
  const now = useSyncExternalStore(subscribe, () => state)
  useHotkeys([['mod+K', openPalette]], [])
  if (now === 'never') return null
  return (
    <Suspense fallback={null}>
      <Palette opened={now === 'open'} onClose={() => change('closed')} />
    </Suspense>
  )
}

function change(next: State): void {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
