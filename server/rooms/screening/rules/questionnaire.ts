import type { Result } from '#kernel/result.ts'
import type { InvalidAnswers, ScreeningAnswers, ScreeningDraft } from '../contract.ts'
import { readAnswers } from '../contract.ts'
import { questionsFor } from './questions.ts'
import { scenariosOf } from './sectors.ts'

/** How far a draft has come; `next` is the path of the first open answer, null when all are given. */
export type Progress = { answered: number; total: number; next: string | null }

export function progressOf(draft: ScreeningDraft): Progress {
  const sector = draft.organization?.sector
  const organization = questionsFor('organization', sector).map(({ answer }) => ({
    path: `organization.${answer}`,
    given: answerAt(draft.organization, answer) !== undefined,
  }))
  const systems = (draft.systems ?? []).flatMap((system, at) =>
    questionsFor('system', sector).map(({ answer }) => ({
      path: `systems.${at}.${answer}`,
      given: answerAt(system, answer) !== undefined,
    })),
  )
  const asked = [...organization, ...systems]
  return {
    answered: asked.filter(({ given }) => given).length,
    total: asked.length,
    next: asked.find(({ given }) => !given)?.path ?? null,
  }
}

/** Makes complete answers of a draft, or names each answer that is still open. */
export function completeAnswers(draft: ScreeningDraft): Result<ScreeningAnswers, InvalidAnswers> {
  const sector = draft.organization?.sector
  // Where a sector has no scenarios the question is never asked, so its answer is known.
  const unasked = sector !== undefined && scenariosOf(sector).length === 0 ? { scenarios: [] } : {}
  return readAnswers({
    ...draft,
    organization: { ...unasked, ...draft.organization },
    ...(draft.systems && { systems: draft.systems.map((system) => ({ ...unasked, ...system })) }),
  })
}

function answerAt(answers: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((group, key) => (isGroup(group) ? group[key] : undefined), answers)
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
