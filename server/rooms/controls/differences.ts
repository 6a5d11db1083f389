import type { DifferenceView, RowView } from './contract.ts'

type Item = DifferenceView['items'][number]
type Side = NonNullable<Item['before']>

/** What differs between two versions, row by row; each is seen with the status that it was approved with, or today's of a draft. */
export function differencesOf(before: readonly RowView[], after: readonly RowView[]): Item[] {
  const earlier = new Map(before.map((row) => [row.requirement.key, row]))
  const later = new Map(after.map((row) => [row.requirement.key, row]))
  const keys = [...new Set([...later.keys(), ...earlier.keys()])]
  return keys.flatMap((key) => {
    const [old, now] = [earlier.get(key), later.get(key)]
    const changes = changesOf(old, now)
    const named = (now ?? old)?.requirement
    if (changes.length === 0 || !named) return []
    const { area: _area, ...requirement } = named
    return [{ requirement, changes, before: old ? sideOf(old) : null, after: now ? sideOf(now) : null }]
  })
}

function changesOf(old: RowView | undefined, now: RowView | undefined): Item['changes'] {
  if (!old) return ['added']
  if (!now) return ['removed']
  const [was, is] = [sideOf(old), sideOf(now)]
  return [
    ...(was.decision === is.decision ? [] : ['decision' as const]),
    ...(was.words === is.words ? [] : ['reasons' as const]),
    ...(was.status === is.status ? [] : ['status' as const]),
  ]
}

function sideOf(row: RowView): Side {
  return { decision: row.standing, words: wordsOf(row), status: row.approvedStatus ?? row.status }
}

/** The reasons of a row as one text: what each is tied to, and its words. */
export function wordsOf({ decision, reasons, exclusion }: Pick<RowView, 'decision' | 'reasons' | 'exclusion'>): string {
  if (decision === 'excluded') return exclusion ?? ''
  return reasons
    .map(({ kind, words, name }) => `${reasonNames[kind]}${name === null ? '' : ` (${name})`}: ${words}`)
    .join('\n')
}

export const reasonNames = { risk: 'Risk', law: 'Law', contract: 'Contract', objective: 'Objective' } as const
