import { useSyncExternalStore } from 'react'

/** A passing note. One with `undo` stays longer. Refusals never go here: they belong beside what was refused. */
export type Toast = { message: string; undo?: () => Promise<unknown> }
type Shown = Toast & { id: number }

let shown: Shown[] = []
let nextId = 1
const listeners = new Set<() => void>()

export function toast(note: Toast): void {
  const id = nextId++
  show([...shown.slice(-2), { ...note, id }])
  setTimeout(() => dismissToast(id), note.undo ? 12_000 : 6_000)
}

export function dismissToast(id: number): void {
  show(shown.filter((note) => note.id !== id))
}

export function useToasts(): Shown[] {
  return useSyncExternalStore(subscribe, () => shown)
}

function show(notes: Shown[]): void {
  shown = notes
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
