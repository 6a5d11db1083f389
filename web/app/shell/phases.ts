import { t } from '../../messages/index.ts'
import type { NavEntry, Phase } from '../../ui/room-pages.ts'

/** The groups of the navigation in their order. */
const phases: { phase: Phase; label: string }[] = [
  { phase: 'context', label: t('Context') },
  { phase: 'plan', label: t('Plan') },
  { phase: 'support', label: t('Support') },
  { phase: 'operate', label: t('Operate') },
  { phase: 'evaluate', label: t('Evaluate') },
  { phase: 'improve', label: t('Improve') },
  { phase: 'assurance', label: t('Assurance') },
  { phase: 'ai-use', label: t('AI use') },
  { phase: 'trust', label: t('Trust') },
  { phase: 'settings', label: t('Settings') },
]

export type NavGroup = { phase: Phase; label: string; entries: NavEntry[] }

/** The entries this person may see, by phase; a phase without any is left out. */
export function groupsFor(entries: NavEntry[], permissions: string[]): NavGroup[] {
  const visible = entries.filter(({ permission }) => permission === undefined || permissions.includes(permission))
  return phases
    .map((group) => ({ ...group, entries: visible.filter(({ phase }) => phase === group.phase) }))
    .filter(({ entries: own }) => own.length > 0)
}

/** An entry with those that belong to it. */
export type NavBranch = { entry: NavEntry; twigs: NavEntry[] }

/** The entries of a group by what they belong to. One whose parent this person may not see stands by itself. */
export function branchesOf(entries: NavEntry[]): NavBranch[] {
  const shown = new Set(entries.map(({ to }) => to))
  const isTwig = ({ under }: NavEntry) => under !== undefined && shown.has(under)
  return entries
    .filter((entry) => !isTwig(entry))
    .map((entry) => ({ entry, twigs: entries.filter(({ under }) => under === entry.to) }))
}
