import type { ComparisonView, ElementView, ScopeView } from '@assay/server/rooms/scope/contract.ts'
import { t } from '../../messages/index.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type Scope = ScopeView
export type Element = ElementView
export type Comparison = ComparisonView
export type Difference = Comparison['differences'][number]
type Badge = { tone: Tone; label: string }

export const decisions: Record<Element['decision'], Badge> = {
  undecided: { tone: 'missing', label: t('Undecided') },
  in: { tone: 'positive', label: t('In scope') },
  out: { tone: 'neutral', label: t('Out of scope') },
}

export const kinds: { kind: Element['kind']; title: string; empty: string }[] = [
  {
    kind: 'activity',
    title: t('Activities with AI'),
    empty: t('No activity is recorded. Say what you do with AI: develop, provide, use.'),
  },
  { kind: 'unit', title: t('Units'), empty: t('No unit is recorded. Units are kept under People.') },
  {
    kind: 'site',
    title: t('Sites'),
    empty: t('No site is recorded. Sites are kept in the profile of the organisation.'),
  },
  { kind: 'role', title: t('AI roles'), empty: t('No system in scope has confirmed roles yet.') },
]

export const lacking: Record<Scope['certificate']['lacks'][number], string> = {
  activity: t('No activity is in scope.'),
  system: t('No AI system is in scope.'),
  unit: t('No unit is in scope.'),
  site: t('No site is in scope.'),
  role: t('No role is in scope.'),
}

export const comparisons: Record<Comparison['with'], { title: string; missing: string }> = {
  inventory: { title: t('Inventory and decisions'), missing: '' },
  wording: {
    title: t('Approved wording'),
    missing: t('No scope statement is in force. Compose it, and have another person approve it.'),
  },
  statement: {
    title: t('Statement of Applicability'),
    missing: t('No Statement of Applicability is approved.'),
  },
  'audit-plan': { title: t('Audit plan'), missing: '' },
}

export const verdicts: Record<Comparison['state'], Badge> = {
  agrees: { tone: 'positive', label: t('Agrees') },
  differs: { tone: 'caution', label: t('Differs') },
  missing: { tone: 'missing', label: t('Nothing to compare with') },
  'not-recorded': { tone: 'neutral', label: t('Not kept in Assay') },
}

/** What is wrong, about the record that stands before it. */
export function saying({ kind, other }: Difference): string {
  const name = other?.name ?? ''
  const said: Record<Difference['kind'], string> = {
    'element-undecided': t('is not decided'),
    'element-gone': t('was decided on, and is there no longer'),
    'system-undecided': t('is not decided'),
    'unit-outside': t('is in scope, and its unit “{name}” is not', { name }),
    'role-outside': t('is in scope, and its role “{name}” is not', { name }),
    'not-in-wording': t('is in scope, and the approved wording does not name it'),
    'inside-no-longer': t('is named in the approved wording, and is in scope no longer'),
    'wording-is-a-file': t('is a file, so its words cannot be compared; read it against the list'),
    'statement-older': t('was approved before “{name}” took effect; look at it again', { name }),
    'control-for-outside': t('covers “{name}”, which is out of scope', { name }),
    'no-control': t('is in scope, and no control covers it'),
  }
  return said[kind]
}

const suggestions: Record<string, string> = {
  'development of AI systems': t('development of AI systems'),
  'provision of AI systems': t('provision of AI systems'),
  'use of AI systems': t('use of AI systems'),
}

/** A suggested activity in the reader's language. */
export function suggested(activity: string): string {
  return suggestions[activity] ?? activity
}
