import { type ObligationState, obligationStates, type SourceKind, sourceKinds } from './model.ts'

function asWord<Word extends string>(words: readonly Word[], value: string): Word {
  const known = words.find((word) => word === value)
  if (known === undefined) throw new Error(`“${value}” is none of ${words.join(', ')}`)
  return known
}

export function asState(value: string): ObligationState {
  return asWord(obligationStates, value)
}

export function asSourceKind(value: string): SourceKind {
  return asWord(sourceKinds, value)
}

/** A person by name; who was erased stays as that. */
export function personOf(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? 'Erased person' }
}

/** A pattern for ilike that takes the words literally. */
export function contains(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}
