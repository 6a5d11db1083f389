import type { z } from 'zod'
import type { Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import {
  Approving,
  Dismissal,
  Reasoned,
  RoleConfirmation,
  RoleWithdrawal,
  ScopeDecision,
  Step,
  Verifying,
} from './contract.ts'
import { confirmRoles, decideScope, reviewAiSystem, withdrawRoles } from './decide.ts'
import {
  approveAiSystem,
  dismissAiSystem,
  putIntoUse,
  resumeAiSystem,
  retireAiSystem,
  startDevelopment,
  suspendAiSystem,
  takeBack,
  verifyAiSystem,
} from './move.ts'
import type { AiSystemParts } from './parts.ts'
import { refusals } from './refusals.ts'
import { AiSystemParams, Done } from './routes.ts'

/** The steps of a system's life, and the decisions about it. */
export function moveRoutes(app: Http, parts: AiSystemParts): void {
  post(app, 'approve', 'Approve an AI system', 'ai-systems:approve', Approving, approveAiSystem)
  post(app, 'start-development', 'Start developing an AI system', 'ai-systems:move', Step, startDevelopment)
  post(app, 'verify', 'Record that an AI system was verified', 'ai-systems:move', Verifying, verifyAiSystem)
  post(app, 'put-into-use', 'Put an AI system into use', 'ai-systems:move', Step, (it, id, told) =>
    putIntoUse(it, id, told, parts),
  )
  post(app, 'suspend', 'Suspend an AI system', 'ai-systems:move', Reasoned, suspendAiSystem)
  post(app, 'resume', 'Resume a suspended AI system', 'ai-systems:move', Step, (it, id, told) =>
    resumeAiSystem(it, id, told, parts),
  )
  post(app, 'retire', 'Retire an AI system', 'ai-systems:move', Reasoned, retireAiSystem)
  post(app, 'dismiss', 'Dismiss a proposal or a report', 'ai-systems:review-intake', Dismissal, dismissAiSystem)
  post(app, 'take-back', 'Take the last step back', 'ai-systems:move', Step, (it, id) => takeBack(it, id, parts))
  post(app, 'scope', 'Decide whether an AI system is in scope', 'ai-systems:decide-scope', ScopeDecision, decideScope)
  post(app, 'roles', 'Confirm the roles held for it', 'ai-systems:confirm-roles', RoleConfirmation, confirmRoles)
  post(app, 'roles/withdraw', 'Take confirmed roles back', 'ai-systems:confirm-roles', RoleWithdrawal, (it, id, body) =>
    withdrawRoles(it, id, body.framework),
  )
  post(app, 'review', 'Confirm that the record is right', 'ai-systems:edit', Step, (it, id, body) =>
    reviewAiSystem(it, id, body.happenedOn),
  )
}

/** One step is one operation: its words, its permission, its use case. */
function post<Body extends z.ZodType>(
  app: Http,
  verb: string,
  summary: string,
  permission: string,
  body: Body,
  work: (
    it: Change,
    id: string,
    told: z.infer<Body>,
  ) => Promise<Result<Changed<{ id: string }>, { kind: keyof typeof refusals }>>,
): void {
  app.post(
    `/api/v1/ai-systems/:id/${verb}`,
    {
      schema: {
        tags: ['ai-systems'],
        summary,
        params: AiSystemParams,
        body,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const done = await request.change((it) => work(it, request.params.id, parsed<Body>(request.body)))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}

// Fastify has parsed the body with this very schema; its types cannot follow a schema that is a parameter.
function parsed<Body extends z.ZodType>(body: unknown): z.infer<Body> {
  return body as z.infer<Body>
}
