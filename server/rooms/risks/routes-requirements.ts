import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { FromRequirement } from './contract.ts'
import { identifyFromRequirement, undoFromRequirement } from './from-requirement.ts'
import { requirementRefusals } from './refusals.ts'

const tags = ['risks']
const Done = z.object({ id: z.uuid() })
const config = { permission: 'risks:edit' }

/** From what an interested party requires to the risk of not meeting it, and back. */
export function riskFromRequirementRoutes(app: Http): void {
  app.post(
    '/api/v1/risks/from-requirement',
    {
      schema: {
        tags,
        summary: 'Carry a requirement of an interested party over into the register of risks',
        body: FromRequirement,
        response: { 201: Done, ...problems(requirementRefusals) },
      },
      config,
    },
    async (request, reply) => {
      const made = await request.change((it) => identifyFromRequirement(it, request.body))
      return made.ok ? reply.code(201).send(made.value) : problem(reply, requirementRefusals, made.error)
    },
  )

  app.post(
    '/api/v1/risks/:id/from-requirement/undo',
    {
      schema: {
        tags,
        summary: 'Take back that a risk was carried over from a requirement, as long as nobody worked on it',
        params: z.object({ id: z.uuid() }),
        response: { 200: Done, ...problems(requirementRefusals) },
      },
      config,
    },
    async (request, reply) => {
      const undone = await request.change((it) => undoFromRequirement(it, request.params.id))
      return undone.ok ? undone.value : problem(reply, requirementRefusals, undone.error)
    },
  )
}
