import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { forbidden, notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import type { Subjects } from '#platform/subjects.ts'
import { Linking, ReviewDraft, Unlinking, Withdrawal } from './contract.ts'
import { linkEvidence, unlinkEvidence } from './link.ts'
import { reopenEvidence, reviewEvidence } from './review.ts'
import { restoreEvidence, withdrawEvidence } from './withdraw.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  'not-a-signal': [409, 'This evidence was reviewed, replaced or withdrawn already. Look at its current state first.'],
  'reviewer-is-collector': [
    403,
    'You collected or recorded this evidence yourself. Ask one of the people named below to review it.',
  ],
  'note-needed': [422, 'Say why it is rejected, so that whoever collected it knows what is missing.'],
  'person-needed': [403, 'A review is given by a named person. Sign in as one; a key cannot review.'],
  'not-reviewed': [409, 'There is no review to take back.'],
  'not-current': [409, 'This evidence was replaced or withdrawn already. Restore it first.'],
  'still-current': [409, 'This evidence still stands; there is nothing to restore.'],
  'no-such-reference': [422, 'Some of these records do not exist here. Correct the fields named below.'],
  'linked-already': [409, 'This evidence is linked to all of these already.'],
  'not-linked': [409, 'This evidence is not linked to that record.'],
} as const satisfies Refusals

const tags = ['evidence']
const params = z.object({ id: z.uuid() })
const response = { 200: params, ...problems(refusals) }

/** Moves between the states of evidence, and its links. */
export function moveRoutes(app: Http, subjects: Subjects): void {
  app.post(
    '/api/v1/evidence/:id/review',
    {
      schema: { tags, summary: 'Accept or reject evidence', params, body: ReviewDraft, response },
      config: { permission: 'evidence:review' },
    },
    async (request, reply) => {
      const done = await request.change((it) => reviewEvidence(it, request.params.id, request.body))
      if (done.ok) return done.value
      // Clients show problems: so those who may review are named among them as well.
      const named = done.error.kind === 'reviewer-is-collector' ? done.error.mayReview : []
      const details = named.map(({ name }) => ({ path: 'reviewer', message: name }))
      return problem(reply, refusals, { ...done.error, ...(details.length > 0 && { problems: details }) })
    },
  )

  app.post(
    '/api/v1/evidence/:id/reopen',
    {
      schema: { tags, summary: 'Take the review of evidence back', params, response },
      config: { permission: 'evidence:review' },
    },
    async (request, reply) => {
      const done = await request.change((it) => reopenEvidence(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/evidence/:id/withdraw',
    {
      schema: { tags, summary: 'Withdraw evidence with a reason', params, body: Withdrawal, response },
      config: { permission: 'evidence:withdraw' },
    },
    async (request, reply) => {
      const done = await request.change((it) => withdrawEvidence(it, request.params.id, request.body.reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/evidence/:id/restore',
    {
      schema: { tags, summary: 'Restore withdrawn or superseded evidence', params, response },
      config: { permission: 'evidence:withdraw' },
    },
    async (request, reply) => {
      const done = await request.change((it) => restoreEvidence(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/evidence/:id/link',
    {
      schema: { tags, summary: 'Link evidence to records and requirements', params, body: Linking, response },
      config: { permission: 'evidence:link' },
    },
    async (request, reply) => {
      const { id } = request.params
      const done = await request.change((it) => linkEvidence(it, id, request.body.subjects, subjects))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/evidence/:id/unlink',
    {
      schema: { tags, summary: 'Take a link of evidence back', params, body: Unlinking, response },
      config: { permission: 'evidence:link' },
    },
    async (request, reply) => {
      const done = await request.change((it) => unlinkEvidence(it, request.params.id, request.body.subject))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
