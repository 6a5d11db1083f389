import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { acceptRisk, withdrawAcceptance } from './accept.ts'
import { AcceptanceDraft, Because, Calling, EffectivenessCheck, RatingDraft, TreatmentDraft } from './contract.ts'
import { levels } from './rules/criteria.ts'
import { rateInherent, rateWhatIsLeft } from './rate.ts'
import { closeRisk, reopenRisk } from './reassess.ts'
import { takeBackClosing } from './take-back-closing.ts'
import { naming, refusals } from './refusals.ts'
import { checkEffectiveness, treatRisk } from './treat.ts'

const tags = ['risks']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const Rated = Done.extend({ level: z.enum(levels) })

/** Each step of a risk: rated, treated, rated again, accepted, checked, opened again, closed. */
export function riskMoveRoutes(app: Http): void {
  app.post(
    '/api/v1/risks/:id/rate',
    {
      schema: {
        tags,
        summary: 'Rate a risk as it is without further treatment',
        params: Params,
        body: RatingDraft,
        response: { 200: Rated, ...problems(refusals) },
      },
      config: { permission: 'risks:rate' },
    },
    async (request, reply) => {
      const rated = await request.change((it) => rateInherent(it, request.params.id, request.body))
      return rated.ok ? rated.value : problem(reply, refusals, rated.error)
    },
  )

  app.post(
    '/api/v1/risks/:id/treat',
    {
      schema: {
        tags,
        summary: 'Decide the treatment of a risk, with actions that become tasks',
        params: Params,
        body: TreatmentDraft,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:edit' },
    },
    async (request, reply) => {
      const treated = await request.change((it) => treatRisk(it, request.params.id, request.body))
      return treated.ok ? treated.value : problem(reply, refusals, treated.error)
    },
  )

  app.post(
    '/api/v1/risks/:id/rate-residual',
    {
      schema: {
        tags,
        summary: 'Rate what is left of a risk after treatment',
        params: Params,
        body: RatingDraft,
        response: { 200: Rated, ...problems(refusals) },
      },
      config: { permission: 'risks:rate' },
    },
    async (request, reply) => {
      const rated = await request.change((it) => rateWhatIsLeft(it, request.params.id, request.body))
      return rated.ok ? rated.value : problem(reply, refusals, rated.error)
    },
  )

  app.post(
    '/api/v1/risks/:id/accept',
    {
      schema: {
        tags,
        summary: 'Accept what is left of a risk until a day',
        params: Params,
        body: AcceptanceDraft,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:accept' },
    },
    async (request, reply) => {
      const accepted = await request.change((it) => acceptRisk(it, request.params.id, request.body))
      return accepted.ok ? accepted.value : problem(reply, refusals, naming(accepted.error))
    },
  )

  app.post(
    '/api/v1/risks/:id/withdraw-acceptance',
    {
      schema: {
        tags,
        summary: 'Withdraw the acceptance of a risk',
        params: Params,
        body: Because,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:accept' },
    },
    async (request, reply) => {
      const done = await request.change((it) => withdrawAcceptance(it, request.params.id, request.body.reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/risks/:id/check',
    {
      schema: {
        tags,
        summary: 'Judge whether the treatment of a risk works',
        params: Params,
        body: EffectivenessCheck,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => checkEffectiveness(it, request.params.id, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/risks/:id/reopen',
    {
      schema: {
        tags,
        summary: 'Open a risk again, to be assessed anew',
        params: Params,
        body: Calling,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => reopenRisk(it, request.params.id, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/risks/:id/close',
    {
      schema: {
        tags,
        summary: 'Close a risk that is none any more',
        params: Params,
        body: Because,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => closeRisk(it, request.params.id, request.body.reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/risks/:id/take-back-closing',
    {
      schema: {
        tags,
        summary: 'Take the closing of a risk back: it stands where it stood',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => takeBackClosing(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
