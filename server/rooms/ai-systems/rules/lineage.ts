import { type ComponentKind, componentKinds, type Relation, relations } from './words.ts'

export type Dependent = 'ai-system' | ComponentKind

/** What each relation may join; its words would say something false of any other pair. */
const fitting: Record<Relation, { from: readonly Dependent[]; to: readonly ComponentKind[] }> = {
  uses: { from: ['ai-system', ...componentKinds], to: componentKinds },
  calls: { from: ['ai-system', 'agent', 'prompt'], to: ['model', 'agent'] },
  'derived-from': { from: componentKinds, to: componentKinds },
  'trained-on': { from: ['model'], to: ['dataset'] },
  'fine-tuned-from': { from: ['model'], to: ['model'] },
  'evaluated-on': { from: ['ai-system', 'model', 'agent', 'prompt'], to: ['dataset'] },
}

/** The relations that can begin at this kind of record, each with the kinds to which it can lead. */
export function fittingRelations(from: Dependent): { relation: Relation; to: readonly ComponentKind[] }[] {
  return relations
    .filter((relation) => fitting[relation].from.includes(from))
    .map((relation) => ({ relation, to: fitting[relation].to }))
}

/** Why this relation cannot join the two, or null where it can. */
export function misfit(relation: Relation, from: Dependent, to: ComponentKind): string | null {
  const { from: sources, to: targets } = fitting[relation]
  if (sources.includes(from) && targets.includes(to)) return null
  return `“${relation}” leads from ${sources.join(', ')} to ${targets.join(', ')}; choose another relation`
}
