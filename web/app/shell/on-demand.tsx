import { Suspense, useState, type ComponentType, type LazyExoticComponent } from 'react'
import type { FaceProps } from './faces.tsx'

export type OnDemandProps = {
  /** What opens, in a script of its own: it shows the same face and begins opened. */
  menu: LazyExoticComponent<ComponentType>
  face: ComponentType<FaceProps>
  kind: 'menu' | 'dialog'
}

/** A button whose menu's script is loaded at the first press, so that the first page does without it. */
export function OnDemand({ menu: Menu, face: Face, kind }: OnDemandProps) {
  const [pressed, setPressed] = useState(false)
  const waiting = <Face aria-haspopup={kind} aria-expanded={false} onClick={() => setPressed(true)} />
  if (!pressed) return waiting
  return (
    <Suspense fallback={waiting}>
      <Menu />
    </Suspense>
  )
}
