import type { Pool } from 'pg'
import { z } from 'zod'
import { askedDay } from '#platform/http/asked-day.ts'
import { Refused, whoOf } from '#platform/http/caller.ts'
import type { Http } from '#platform/http/http.ts'
import { problems } from '#platform/http/problem.ts'
import type { View } from '#platform/http/request.ts'
import type { HistoryPoint } from './contract.ts'
import { movesBetween } from './describe.ts'
import { readiness } from './findings.ts'
import { type ChangeView, HomeView, Seen } from './home-contract.ts'
import { markSeen, readLastSeen } from './last-visit.ts'
import { countStandings, type Finding, rulesVersion } from './model.ts'
import { type HomeSituation, nextSteps, startSteps } from './next-steps.ts'
import { judgeAt, pointOf, type ReadinessParts } from './routes.ts'
import { newestEntry, readSnapshots } from './store.ts'

const tags = ['home']
const shown = 8

export type HomeParts = ReadinessParts & {
  pool: Pool
  /** what waits for this person and how far the organization has come, from the rooms */
  readHome(view: View, person: string | null, today: string): Promise<HomeSituation>
  /** what others did after an entry, the newest first */
  readFactsSince(
    view: View,
    since: number,
    actor: string,
    limit: number,
  ): Promise<{ items: ChangeView[]; total: number }>
}

export function homeRoutes(app: Http, parts: HomeParts): void {
  app.get(
    '/api/v1/home',
    {
      schema: {
        tags,
        summary: 'Read what to do next, where you stand and what changed',
        response: { 200: HomeView, ...problems({}) },
      },
      config: { permission: 'home:read' },
    },
    async (request) => {
      const who = whoOf(request)
      const home = await request.read(async (view) => {
        const today = await askedDay(request, view)
        const seq = view.seq ?? (await newestEntry(view.tx, view.org))
        const mayJudge = view.grants.has('readiness:read')
        const situation = await parts.readSituation(view.tx, view.org, today)
        const findings = mayJudge ? readiness(situation) : []
        const known = await parts.readHome(view, who.person, today)
        const start = mayJudge && known.works ? startSteps(situation, known) : []
        const failing = mayJudge && known.works ? situation.assurance.everything.failing.worst : []
        const steps = nextSteps(findings, known, start, failing)
        const now = { day: today, seq, rulesVersion, counts: countStandings(findings), live: true }
        const standing = mayJudge ? await standingOf(view, findings, now) : null
        const since = view.seq === null && who.person ? await readLastSeen(view.tx, view.org, who.person) : null
        const facts = since === null ? null : await parts.readFactsSince(view, since, who.actor, shown)
        return { today, seq, start, steps, standing, findings, since, facts }
      })
      const { today, seq, start, steps, standing, since, facts } = home
      const next = { items: steps.slice(0, shown), total: steps.length }
      if (since === null || facts === null) return { today, seq, start, next, standing, changes: null }
      // On a first visit everything is new; nothing has moved since.
      const compare = standing !== null && since > 0 && since < seq
      const before = compare ? await judgeAt(parts.door, who, since, parts.readSituation) : []
      return {
        today,
        seq,
        start,
        next,
        standing,
        changes: { since, moved: movesBetween(before, home.findings), facts },
      }
    },
  )

  app.post(
    '/api/v1/home/seen',
    {
      schema: {
        tags,
        summary: 'Note that you have seen what changed up to an entry',
        body: Seen,
        response: {
          200: z.object({ seen: z.number().int(), before: z.number().int() }),
          ...problems({}),
        },
      },
      config: { permission: 'home:read' },
    },
    async (request) => {
      const { org, person } = whoOf(request)
      if (!person) throw new Refused(409, 'no-person', 'A key has no visits. Sign in as a person to use this.')
      await request.read(() => Promise.resolve())
      return await markSeen(parts.pool, org, person, request.body.seq)
    },
  )
}

async function standingOf({ tx, org }: View, findings: readonly Finding[], now: HistoryPoint) {
  const points = (await readSnapshots(tx, org)).map(pointOf).filter(({ day }) => day < now.day)
  const clauses = countStandings(findings.filter(({ kind }) => kind === 'clause'))
  const controls = countStandings(findings.filter(({ kind }) => kind === 'control'))
  return { rulesVersion, counts: now.counts, clauses, controls, points: [...thinned(points), now] }
}

const drawn = 120

/** A curve needs no more points than it has pixels; the first day stays, and the days are evenly apart. */
function thinned(points: HistoryPoint[]): HistoryPoint[] {
  const step = Math.ceil(points.length / drawn)
  return step > 1 ? points.filter((_, at) => at % step === 0) : points
}
