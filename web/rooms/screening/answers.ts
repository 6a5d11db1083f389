import { questionsFor, type Question } from '@assay/server/rooms/screening/model.ts'
import type { Draft } from './words.ts'

export type System = NonNullable<Draft['systems']>[number]
/** Whose answer it is: the organisation's, or that of the system with this id. */
export type Subject = 'organization' | { system: string }

/** One thing that a person did in the questionnaire. `value` undefined takes the answer back. */
export type Change =
  | { kind: 'answer'; of: Subject; answer: string; value: unknown }
  | { kind: 'add-system'; id: string; name: string }
  | { kind: 'remove-system'; id: string }

/** What a step of the questionnaire is given. */
export type Shown = { draft: Draft; disabled: boolean; add: (change: Change) => void }

/** The draft after these changes; what others have answered meanwhile stays. */
export function applyChanges(draft: Draft, changes: readonly Change[]): Draft {
  return changes.reduce(applyChange, draft)
}

function applyChange(draft: Draft, change: Change): Draft {
  const systems = draft.systems ?? []
  switch (change.kind) {
    case 'add-system': {
      if (systems.some(({ id }) => id === change.id)) return draft
      return { ...draft, systems: [...systems, { id: change.id, name: change.name }] }
    }
    case 'remove-system':
      return { ...draft, systems: systems.filter(({ id }) => id !== change.id) }
    case 'answer': {
      const { of, answer, value } = change
      if (of === 'organization') return { ...draft, organization: withAnswer(draft.organization ?? {}, answer, value) }
      return { ...draft, systems: systems.map((one) => (one.id === of.system ? withAnswer(one, answer, value) : one)) }
    }
  }
}

/** Adds a change to those not yet saved; a second answer to the same question replaces the first. */
export function addChange(changes: readonly Change[], change: Change): Change[] {
  const same = (one: Change) => keyOf(one) === keyOf(change)
  return [...changes.filter((one) => !same(one)), change]
}

function keyOf(change: Change): string {
  return change.kind === 'answer' ? `${subjectKey(change.of)} ${change.answer}` : `${change.kind} ${change.id}`
}

export function subjectKey(of: Subject): string {
  return of === 'organization' ? 'organization' : `system:${of.system}`
}

export function answersOf(draft: Draft, of: Subject): object | undefined {
  if (of === 'organization') return draft.organization
  return draft.systems?.find(({ id }) => id === of.system)
}

/** The answer to a question, undefined while it is open; `factors.training` looks into the group. */
export function answerAt(group: object | undefined, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isGroup(at) ? at[key] : undefined), group)
}

/** The path that the server names an answer by: `organization.sector`, `systems.0.factors.training`. */
export function pathOf(draft: Draft, of: Subject, answer: string): string {
  if (of === 'organization') return `organization.${answer}`
  return `systems.${draft.systems?.findIndex(({ id }) => id === of.system) ?? -1}.${answer}`
}

export type Step = { key: string; of: Subject; questions: Question[] }

/** The steps of the questionnaire: the organisation's sections, then each system. */
export function stepsOf(draft: Draft): Step[] {
  const sector = draft.organization?.sector
  const organization = questionsFor('organization', sector)
  const sections = (['about', 'activities', 'circumstances', 'factors'] as const).map((section) => ({
    key: section,
    of: 'organization' as const,
    questions: organization.filter((question) => question.section === section),
  }))
  const systems = (draft.systems ?? []).map(({ id }) => ({
    key: `system:${id}`,
    of: { system: id },
    questions: questionsFor('system', sector),
  }))
  return [...sections, ...systems]
}

export function progressOf(draft: Draft, { of, questions }: Step): 'open' | 'begun' | 'answered' {
  const given = questions.filter(({ answer }) => answerAt(answersOf(draft, of), answer) !== undefined).length
  if (given === questions.length) return 'answered'
  return given === 0 ? 'open' : 'begun'
}

/** Every question still open, with the step that asks it. */
export function openQuestions(draft: Draft): { step: Step; question: Question }[] {
  return stepsOf(draft).flatMap((step) =>
    step.questions
      .filter(({ answer }) => answerAt(answersOf(draft, step.of), answer) === undefined)
      .map((question) => ({ step, question })),
  )
}

/** Where the question behind a path of the server stands: its step and itself. */
export function questionAt(draft: Draft, path: string): { step: Step; question: Question } | undefined {
  const found = stepsOf(draft).flatMap((step) => step.questions.map((question) => ({ step, question })))
  return found.find(({ step, question }) => {
    const own = pathOf(draft, step.of, question.answer)
    return path === own || path.startsWith(`${own}.`)
  })
}

function withAnswer<Group extends object>(group: Group, path: string, value: unknown): Group {
  const [key = '', member] = path.split('.')
  if (member === undefined) return withMember(group, key, value)
  const inner: unknown = Reflect.get(group, key)
  return withMember(group, key, withMember(isGroup(inner) ? inner : {}, member, value))
}

function withMember<Group extends object>(group: Group, key: string, value: unknown): Group {
  const { [key as keyof Group]: _before, ...rest } = group
  // The server's schema checks every member; here only the place is known.
  return (value === undefined ? rest : { ...rest, [key]: value }) as Group
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
