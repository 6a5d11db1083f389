import { interviewQuestions } from '@assay/frameworks'
import { z } from 'zod'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, problem, problems } from '#platform/http/problem.ts'
import { askedDay } from '#platform/http/asked-day.ts'
import type { View } from '#platform/http/request.ts'
import { AssessmentFilter, AssessmentItem, AssessmentView, GapFindingView, QuestionView } from './contract.ts'
import { describeProgress, describeQuestions, findingView } from './describe.ts'
import { readFindings } from './findings-store.ts'
import type { Proof } from './model.ts'
import { AssessmentParams, refusals, tags } from './refusals.ts'
import { findAssessment, listAssessments } from './store.ts'

const questions = () => interviewQuestions().length

/** Whoever may see only their own sees what they were asked. */
function personOf({ grants }: Pick<View, 'grants'>): string | null {
  return grants.allows('gap-assessments:read', {}) ? null : grants.person
}

/** Reading gap assessments. `proof` says what the records prove; `app` hands it in. */
export function gapAssessmentReadRoutes(app: Http, { proof }: { proof: Proof<Transaction> }): void {
  app.get(
    '/api/v1/gap-assessments',
    {
      schema: {
        tags,
        summary: 'List gap assessments, the newest first',
        querystring: PageQuery.extend(AssessmentFilter.shape),
        response: { 200: pageOf(AssessmentItem), ...problems({ forbidden }) },
      },
      config: { permission: 'gap-assessments:read' },
    },
    async (request) =>
      await request.read((view) =>
        listAssessments(view.tx, view.org, { ...request.query, person: personOf(view), questions: questions() }),
      ),
  )

  app.get(
    '/api/v1/gap-assessments/:id',
    {
      schema: {
        tags,
        summary: 'Read a gap assessment and how far everybody is',
        params: AssessmentParams,
        response: { 200: AssessmentView, ...problems(refusals) },
      },
      config: { permission: 'gap-assessments:read' },
    },
    async (request, reply) =>
      await request.read(async (view) => {
        const seen = { ...view, person: personOf(view) }
        const found = await find(seen, request.params.id)
        return found ? await describeProgress(seen, found) : problem(reply, refusals, { kind: 'not-found' })
      }),
  )

  app.get(
    '/api/v1/gap-assessments/:id/questions',
    {
      schema: {
        tags,
        summary: 'Read the questions with answers and with what the records prove',
        params: AssessmentParams,
        response: {
          200: z.object({ items: z.array(QuestionView), total: z.number().int() }),
          ...problems(refusals),
        },
      },
      config: { permission: 'gap-assessments:read' },
    },
    async (request, reply) =>
      await request.read(async (view) => {
        const seen = { ...view, person: personOf(view) }
        const found = await find(seen, request.params.id)
        if (!found) return problem(reply, refusals, { kind: 'not-found' })
        const items = await describeQuestions(seen, proof, found, await askedDay(request, view))
        return { items, total: items.length }
      }),
  )

  app.get(
    '/api/v1/gap-assessments/:id/findings',
    {
      schema: {
        tags,
        summary: 'Read what a concluded gap assessment found',
        params: AssessmentParams,
        response: {
          200: z.object({
            seq: z.number().int(),
            rulesVersion: z.string(),
            concludedAt: z.date(),
            items: z.array(GapFindingView),
            total: z.number().int(),
          }),
          ...problems(refusals),
        },
      },
      config: { permission: 'gap-assessments:read' },
    },
    async (request, reply) =>
      await request.read(async (view) => {
        const seen = { ...view, person: personOf(view) }
        const found = await find(seen, request.params.id)
        if (!found || seen.person) return problem(reply, refusals, { kind: 'not-found' })
        const { concludedSeq: seq, concludedAt, rulesVersion } = found
        if (seq === null || !concludedAt || !rulesVersion) return problem(reply, refusals, { kind: 'not-concluded' })
        const items = (await readFindings(view.tx, view.org, found.id)).map((it) => findingView(found.framework, it))
        return { seq, rulesVersion, concludedAt, items, total: items.length }
      }),
  )
}

async function find({ tx, org, person }: View & { person: string | null }, id: string) {
  return await findAssessment(tx, org, id, { person, questions: questions() })
}
