import type { View } from '#platform/http/request.ts'
import { readInbox } from '#platform/inbox.ts'
import { readTrail } from '#rooms/audit-trail/index.ts'
import { readInterviewStanding } from '#rooms/gap-assessments/index.ts'
import { type ChangeView, countEntriesSince, type HomeSituation } from '#rooms/readiness/index.ts'
import { findAdoptedPlan } from '#rooms/plans/index.ts'
import { readScreeningStanding } from '#rooms/screening/index.ts'
import { readOwnInbox } from '#rooms/tasks/index.ts'
import { inboxReaders, mentionInbox } from './inbox.ts'
import { subjects } from './subjects.ts'

const shown = 5
const mentionsShown = 2

/** What Home knows beyond the findings: what waits for this person, and how far the organization has come. */
export async function readHome(
  { tx, org, grants }: View,
  person: string | null,
  today: string,
): Promise<HomeSituation> {
  const at = person ? { tx, org, grants, person, today } : null
  const inbox = at ? await readOwnInbox(at, inboxReaders, shown) : null
  const mentions = at ? await readInbox([mentionInbox], at, mentionsShown) : null
  const late = inbox?.tasks.items.filter(({ dueOn }) => dueOn !== null && dueOn < today) ?? []
  const works = grants.allows('gap-assessments:answer', {})
  return {
    works,
    waiting: inbox && mentions ? withMentionsFirst(inbox.decisions, mentions.items) : { items: [], total: 0 },
    overdueTasks: late.map(({ id, title, dueOn }) => ({ ref: `task:${id}`, title, dueOn: dueOn ?? '' })),
    screening: works ? await readScreeningStanding(tx, org) : { concluded: true, openTriggers: 0 },
    interview: await readInterviewStanding(tx, org),
    planned: (await findAdoptedPlan(tx, org)) !== undefined,
  }
}

type Waiting = HomeSituation['waiting']

/** What waits longest, after what colleagues ask by name: a question of today would never come up behind old reviews. */
function withMentionsFirst({ items, total }: Waiting, mentions: Waiting['items']): Waiting {
  const others = items.filter(({ what }) => what !== 'read-mention')
  return { items: [...mentions, ...others].slice(0, shown), total }
}

/** What others did after an entry, the newest first, told once where one person did the same several times; `total` counts every entry. */
export async function readFactsSince(
  view: View,
  since: number,
  actor: string,
  limit: number,
): Promise<{ items: ChangeView[]; total: number }> {
  const total = await countEntriesSince(view.tx, view.org, since, actor)
  if (total === 0) return { items: [], total }
  const trail = await readTrail(view, subjects, { limit: 200, sort: '-recordedAt' })
  const others = trail.items.filter(
    (item) => item.seq > since && item.actor?.id !== actor.slice(actor.indexOf(':') + 1),
  )
  // Newest first, so the first fact of an entry, which says what it was about, is the last one met.
  const byEntry = [...new Map(others.map((item) => [item.seq, item])).values()]
  const alike = Map.groupBy(byEntry, ({ actor: by, type, subject }) => `${by?.id} ${type} ${subject.name ?? ''}`)
  const items = [...alike.values()].flatMap(([newest, ...earlier]) =>
    newest ? [{ ...newest, times: earlier.length + 1 }] : [],
  )
  return { items: items.slice(0, limit), total }
}
