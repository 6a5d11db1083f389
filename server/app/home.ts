import type { View } from '#platform/http/request.ts'
import { type InboxReader, readInbox } from '#platform/inbox.ts'
import { aiSystemInbox } from '#rooms/ai-systems/index.ts'
import { readTrail } from '#rooms/audit-trail/index.ts'
import { evidenceInbox } from '#rooms/evidence/index.ts'
import { gapAssessmentInbox, readInterviewStanding } from '#rooms/gap-assessments/index.ts'
import { type ChangeView, countEntriesSince, type HomeSituation } from '#rooms/readiness/index.ts'
import { readScreeningStanding } from '#rooms/screening/index.ts'
import { subjects } from './subjects.ts'

/** What waits for a person, gathered from the rooms. */
const inboxes: readonly InboxReader[] = [aiSystemInbox, evidenceInbox, gapAssessmentInbox]
const shown = 5

/** What Home knows beyond the findings: what waits for this person, and how far the organization has come. */
export async function readHome(
  { tx, org, grants }: View,
  person: string | null,
  today: string,
): Promise<HomeSituation> {
  const waiting = person ? await readInbox(inboxes, { tx, org, grants, person, today }, shown) : { items: [], total: 0 }
  return {
    waiting,
    overdueTasks: [],
    screening: await readScreeningStanding(tx, org),
    interview: await readInterviewStanding(tx, org),
    planned: false,
  }
}

/** What others did after an entry, one line an entry, the newest first; `total` counts the entries that did not fit too. */
export async function readFactsSince(
  view: View,
  since: number,
  actor: string,
  limit: number,
): Promise<{ items: ChangeView[]; total: number }> {
  const total = await countEntriesSince(view.tx, view.org, since, actor)
  if (total === 0) return { items: [], total }
  const { items } = await readTrail(view, subjects, { limit: 200, sort: '-recordedAt' })
  const others = items.filter((item) => item.seq > since && item.actor?.id !== actor.slice(actor.indexOf(':') + 1))
  // Newest first, so the first fact of an entry, which says what it was about, is the last one met.
  const byEntry = new Map(others.map((item) => [item.seq, item]))
  return { items: [...byEntry.values()].slice(0, limit), total }
}
