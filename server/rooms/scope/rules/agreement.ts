import type { Element, NamedRef, ScopedSystem } from '../model.ts'

// Whether inventory, wording, Statement of Applicability and audit plan say the same (4.3). Pure, and every difference has a name.

export const differenceKinds = [
  'element-undecided',
  'element-gone',
  'system-undecided',
  'unit-outside',
  'role-outside',
  'not-in-wording',
  'inside-no-longer',
  'wording-is-a-file',
  'statement-older',
  'control-for-outside',
  'no-control',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** `other` is what the record disagrees with: the unit or role that is outside, the system that is left out. */
export type Difference = NamedRef & { kind: DifferenceKind; other?: NamedRef }

export type Comparison = {
  with: 'inventory' | 'wording' | 'statement' | 'audit-plan'
  /** `missing`: there is nothing approved to compare with; `not-recorded`: Assay does not keep it */
  state: 'agrees' | 'differs' | 'missing' | 'not-recorded'
  differences: Difference[]
}

/** The approved wording: its text (null where it is a file), and what was inside when it was composed here (null where it was not). */
export type Wording = { document: NamedRef; effectiveOn: string; text: string | null; inside: NamedRef[] | null }
export type Coverage = { organizationWide: boolean; controls: (NamedRef & { systems: NamedRef[] })[] }

export type Compared = {
  elements: readonly Element[]
  systems: readonly ScopedSystem[]
  wording: Wording | null
  statement: (NamedRef & { approvedOn: string }) | null
  coverage: Coverage
}

/** The four comparisons, always in this order. */
export function compare(it: Compared): Comparison[] {
  const { wording, statement } = it
  return [
    verdict('inventory', inventory(it)),
    wording ? verdict('wording', wordingAgainst(wording, it)) : { with: 'wording', state: 'missing', differences: [] },
    statement
      ? verdict('statement', statementAgainst(statement, it))
      : { with: 'statement', state: 'missing', differences: [] },
    { with: 'audit-plan', state: 'not-recorded', differences: [] },
  ]
}

function verdict(other: Comparison['with'], differences: Difference[]): Comparison {
  return { with: other, state: differences.length === 0 ? 'agrees' : 'differs', differences }
}

function inventory({ elements, systems }: Compared): Difference[] {
  const left = new Map(elements.filter(({ decision }) => decision === 'out').map((one) => [one.ref, one]))
  return [
    ...elements.flatMap(({ ref, name, decision, gone }): Difference[] => {
      if (gone) return decision === 'undecided' ? [] : [{ kind: 'element-gone', ref, name }]
      return decision === 'undecided' ? [{ kind: 'element-undecided', ref, name }] : []
    }),
    ...systems.flatMap(({ ref, name, scope, unit, roles }): Difference[] => {
      if (scope === 'undecided') return [{ kind: 'system-undecided', ref, name }]
      if (scope === 'out') return []
      return [
        ...(unit && left.has(unit.ref) ? [{ kind: 'unit-outside' as const, ref, name, other: unit }] : []),
        ...roles
          .filter((role) => left.has(role.ref))
          .map((role) => ({ kind: 'role-outside' as const, ref, name, other: role })),
      ]
    }),
  ]
}

/** What is inside today: elements and systems. */
export function insideOf({ elements, systems }: Pick<Compared, 'elements' | 'systems'>): NamedRef[] {
  return [
    ...elements.filter(({ decision, gone }) => decision === 'in' && !gone),
    ...systems.filter(({ scope }) => scope === 'in'),
  ].map(({ ref, name }) => ({ ref, name }))
}

function wordingAgainst({ document, text, inside: then }: Wording, it: Compared): Difference[] {
  const now = insideOf(it)
  const current = new Set(now.map(({ ref }) => ref))
  const named = text === null ? null : mentions(text)
  return [
    ...(named ? [] : [{ kind: 'wording-is-a-file' as const, ...document }]),
    ...now.filter(({ name }) => named && !named(name)).map((one) => ({ kind: 'not-in-wording' as const, ...one })),
    ...(then ?? [])
      .filter(({ ref, name }) => !current.has(ref) && (named === null || named(name)))
      .map(({ ref, name }) => ({ kind: 'inside-no-longer' as const, ref, name })),
  ]
}

/** Whether a name stands in the text as words of their own, however it is broken into lines. */
function mentions(text: string): (name: string) => boolean {
  const plain = ` ${flat(text)} `
  return (name) => plain.includes(` ${flat(name)} `)
}

function flat(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function statementAgainst(
  statement: NonNullable<Compared['statement']>,
  { systems, wording, coverage }: Compared,
): Difference[] {
  const { ref, name, approvedOn } = statement
  const inside = systems.filter(({ scope }) => scope === 'in')
  const left = new Map(systems.filter(({ scope }) => scope === 'out').map((one) => [one.ref, one]))
  const covered = new Set(coverage.controls.flatMap((control) => control.systems.map((system) => system.ref)))
  return [
    ...(wording && approvedOn < wording.effectiveOn
      ? [{ kind: 'statement-older' as const, ref, name, other: wording.document }]
      : []),
    ...coverage.controls.flatMap((control) =>
      control.systems
        .filter((system) => left.has(system.ref))
        .map((other) => ({ kind: 'control-for-outside' as const, ref: control.ref, name: control.name, other })),
    ),
    ...(coverage.organizationWide ? [] : inside.filter((system) => !covered.has(system.ref))).map((system) => ({
      kind: 'no-control' as const,
      ref: system.ref,
      name: system.name,
    })),
  ]
}
