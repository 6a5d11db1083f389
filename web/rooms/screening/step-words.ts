import { t } from '../../messages/index.ts'
import type { Step } from './answers.ts'
import type { Draft } from './words.ts'

const sections: Record<string, string> = {
  about: t('The organisation'),
  activities: t('What you do with AI'),
  circumstances: t('Market, plans and regulation'),
  factors: t('Eight ratings'),
}

/** A step's name: the section, or the system that it asks about. */
export function stepLabel(draft: Draft, { key, of }: Step): string {
  if (of === 'organization') return sections[key] ?? key
  return draft.systems?.find(({ id }) => id === of.system)?.name ?? t('Unnamed system')
}

/** The address of one question, named by the path of its answer. */
export function questionLink(id: string, step: string, path: string): string {
  return `/screening/${id}/questions?${new URLSearchParams({ step, at: path }).toString()}`
}
