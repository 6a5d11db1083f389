import type { KeyboardEvent } from 'react'

export type RowKeys = { open: (id: string) => void; toggle: ((id: string) => void) | undefined }

/**
 * j and k move between rows, Enter opens, x selects. They act only while the focus is inside the table (WCAG 2.1.4),
 * and never while something is typed.
 */
export function handleRowKeys(event: KeyboardEvent<HTMLElement>, { open, toggle }: RowKeys): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const row = event.target.closest<HTMLElement>('[data-row]')
  const at = row ? rows.indexOf(row) : -1
  const id = row?.dataset['row']
  const isRow = event.target === row
  if (event.key === 'j') rows[Math.min(at + 1, rows.length - 1)]?.focus()
  else if (event.key === 'k') rows[Math.max(at - 1, 0)]?.focus()
  else if (event.key === 'x' && id !== undefined && toggle) toggle(id)
  else if (event.key === 'Enter' && id !== undefined && isRow) open(id)
  else return
  event.preventDefault()
}
