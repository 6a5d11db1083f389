import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { Done, FromRequirement } from './contract.ts'
import { identifyFromRequirement, undoFromRequirement } from './from-requirement.ts'
import { requirementRefusals } from './refusals.ts'

const tags = ['obligations']
const config = { permission: 'obligations:edit' }

/** From what an interested party requires to an obligation in the register, and back. */
export function obligationFromRequirementRoutes(app: Http): void {
  app.post(
    '/api/v1/obligations/from-requirement',
    {
      schema: {
        tags,
        summary: 'Carry a requirement of an interested party over into the register of obligations',
        body: FromRequirement,
        response: { 201: Done, ...problems(requirementRefusals) },
      },
      config,
    },
    async (request, reply) => {
      const made = await request.change((it) => identifyFromRequirement(it, request.body.requirement))
      return made.ok ? reply.code(201).send(made.value) : problem(reply, requirementRefusals, made.error)
    },
  )

  app.post(
    '/api/v1/obligations/:id/from-requirement/undo',
    {
      schema: {
        tags,
        summary: 'Take back that an obligation was carried over from a requirement, as long as nobody worked on it',
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
