import { readinessRule } from '@assay/frameworks'
import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import { type Door, read } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { askedDay } from '#platform/http/asked-day.ts'
import { whoOf } from '#platform/http/caller.ts'
import type { Http } from '#platform/http/http.ts'
import { forbidden, problem, problems, type Refusals } from '#platform/http/problem.ts'
import type { View } from '#platform/http/request.ts'
import { asDay } from '#platform/today.ts'
import { ChangesQuery, ChangesView, HistoryPoint, HistoryQuery, ReadinessView, RequirementFinding } from './contract.ts'
import { findingView, movesBetween, recordsOf, requirementOf, stepsOf } from './describe.ts'
import { readiness } from './findings.ts'
import { countStandings, type Finding, rulesVersion, standingOf } from './model.ts'
import type { Situation } from './situation.ts'
import { newestEntry, readSnapshots, type Snapshot } from './store.ts'

const tags = ['readiness']
const permission = 'readiness:read'

const refusals = {
  forbidden,
  'not-found': [404, 'ISO/IEC 42001 has no such clause or control to judge. Look at the list.'],
  'not-yet': [422, 'There is no such entry yet. Choose one up to the newest.'],
} as const satisfies Refusals

/** Puts together what every room knows; `app` hands it in, so that this room imports none of them. */
export type ReadSituation = (tx: Transaction, org: OrganizationId, today: string) => Promise<Situation>

export type ReadinessParts = { readSituation: ReadSituation; door: Pick<Door, 'pool' | 'grantsOf'> }

export function readinessRoutes(app: Http, { readSituation, door }: ReadinessParts): void {
  const judge = async (view: View, today: string) => readiness(await readSituation(view.tx, view.org, today))
  const seqOf = async ({ tx, org, seq }: View) => seq ?? (await newestEntry(tx, org))

  app.get(
    '/api/v1/readiness',
    {
      schema: {
        tags,
        summary: 'Read where every clause and control stands, and why',
        response: { 200: ReadinessView, ...problems({ forbidden }) },
      },
      config: { permission },
    },
    async (request) =>
      await request.read(async (view) => {
        const today = await askedDay(request, view)
        const findings = await judge(view, today)
        const items = findings.map(findingView)
        const counts = countStandings(findings)
        return { today, seq: await seqOf(view), rulesVersion, counts, items, total: items.length }
      }),
  )

  app.get(
    '/api/v1/readiness/history',
    {
      schema: {
        tags,
        summary: 'Read how many clauses and controls stood at which level, day by day',
        querystring: HistoryQuery,
        response: {
          200: z.object({ items: z.array(HistoryPoint), total: z.number().int() }),
          ...problems({ forbidden }),
        },
      },
      config: { permission },
    },
    async (request) =>
      await request.read(async (view) => {
        const { from, to } = request.query
        const items: HistoryPoint[] = (await readSnapshots(view.tx, view.org, { from, to })).map(pointOf)
        const today = await askedDay(request, view)
        const wanted = (!from || from <= today) && (!to || to >= today)
        if (wanted && items.at(-1)?.day !== today) {
          const counts = countStandings(await judge(view, today))
          items.push({ day: today, seq: await seqOf(view), rulesVersion, counts, live: true })
        }
        return { items, total: items.length }
      }),
  )

  app.get(
    '/api/v1/readiness/changes',
    {
      schema: {
        tags,
        summary: 'Read which clauses and controls stand elsewhere than after an earlier entry',
        querystring: ChangesQuery,
        response: { 200: ChangesView, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const { since } = request.query
      const after = await request.read(async (view) => {
        const today = await askedDay(request, view)
        return { today, seq: await seqOf(view), findings: await judge(view, today) }
      })
      if (since > after.seq) return problem(reply, refusals, { kind: 'not-yet' })
      const before = await judgeAt(door, whoOf(request), since, readSituation)
      const items = movesBetween(before, after.findings)
      return { since, today: after.today, seq: after.seq, rulesVersion, items, total: items.length }
    },
  )

  app.get(
    '/api/v1/readiness/:ref',
    {
      schema: {
        tags,
        summary: 'Read where one clause or control stands, why, and what to do next',
        params: z.object({ ref: z.string().max(20) }),
        response: { 200: RequirementFinding, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) =>
      await request.read(async (view) => {
        const today = await askedDay(request, view)
        const finding = (await judge(view, today)).find(({ ref }) => ref === request.params.ref)
        if (!finding) return problem(reply, refusals, { kind: 'not-found' })
        const interval = readinessRule(finding.ref)?.interval ?? null
        return {
          today,
          seq: await seqOf(view),
          rulesVersion,
          finding: findingView(finding),
          intent: requirementOf(finding.ref).intent,
          records: recordsOf(finding.ref),
          steps: stepsOf(finding),
          interval: interval ? { months: interval.months, triggers: [...interval.triggers] } : null,
          moves: movesOf(finding, today, await readSnapshots(view.tx, view.org)),
        }
      }),
  )
}

/** The findings as they were after an earlier entry, asked from the day of that entry. */
export async function judgeAt(
  door: ReadinessParts['door'],
  who: Parameters<typeof read>[1],
  seq: number,
  readSituation: ReadSituation,
) {
  const judged = await read(door, who, permission, { seq }, async ({ tx, org }) => {
    const entry = await tx
      .selectFrom('entries')
      .select('recorded_at')
      .where('org_id', '=', org)
      .where('seq', '=', seq)
      .executeTakeFirst()
    return readiness(await readSituation(tx, org, asDay(entry?.recorded_at ?? new Date())))
  })
  return judged.ok ? judged.value : []
}

export function pointOf({ day, seq, rulesVersion: rules, counts }: Snapshot): HistoryPoint {
  return { day, seq, rulesVersion: rules, counts, live: false }
}

/** The days on which one clause or control began to stand elsewhere, up to today. */
function movesOf(finding: Finding, today: string, snapshots: readonly Snapshot[]): RequirementFinding['moves'] {
  const days = snapshots.flatMap(({ day, levels, rulesVersion: rules }) => {
    const standing = levels[finding.ref]
    return standing && day < today ? [{ day, standing, rulesVersion: rules }] : []
  })
  const all = [...days, { day: today, standing: standingOf(finding), rulesVersion }]
  return all.filter(({ standing }, at) => standing !== all[at - 1]?.standing)
}
