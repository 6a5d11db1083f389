import { framework, frameworks, requirement, requirementsOf, searchRequirements } from '@assay/frameworks'
import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { forbidden, problem, problems, type Refusals } from '#platform/http/problem.ts'
import { FrameworkView, LicensedTexts, LicensedTextView, RequirementItem, RequirementView } from './contract.ts'
import { frameworkView, requirementItem, requirementView } from './describe.ts'
import { loadLicensedTexts, removeLicensedText } from './load-texts.ts'

const refusals = {
  forbidden,
  'not-found': [404, 'This catalogue has no such requirement. Look at the list of the framework.'],
  'no-such-requirement': [
    422,
    'Some of the texts belong to no requirement of this framework. Correct the numbers named below.',
  ],
} as const satisfies Refusals

const tags = ['frameworks']
const FrameworkParams = z.object({ framework: z.string().max(60) })
const RequirementParams = FrameworkParams.extend({ ref: z.string().max(100) })

export function frameworkRoutes(app: Http): void {
  app.get(
    '/api/v1/frameworks',
    {
      schema: {
        tags,
        summary: 'List frameworks',
        response: { 200: z.object({ items: z.array(FrameworkView) }), ...problems({}) },
      },
      config: { permission: 'frameworks:read' },
    },
    async (request) => await request.read(() => Promise.resolve({ items: frameworks().map(frameworkView) })),
  )

  app.get(
    '/api/v1/frameworks/:framework',
    {
      schema: {
        tags,
        summary: 'Read a framework and its requirements',
        params: FrameworkParams,
        response: { 200: FrameworkView.extend({ requirements: z.array(RequirementItem) }), ...problems(refusals) },
      },
      config: { permission: 'frameworks:read' },
    },
    async (request, reply) =>
      await request.read(async () => {
        const found = framework(request.params.framework)
        if (!found) return problem(reply, refusals, { kind: 'not-found' })
        return { ...frameworkView(found), requirements: requirementsOf(found.id).map(requirementItem) }
      }),
  )

  app.get(
    '/api/v1/frameworks/:framework/requirements/:ref',
    {
      schema: {
        tags,
        summary: 'Read a requirement with its mappings',
        params: RequirementParams,
        response: { 200: RequirementView, ...problems(refusals) },
      },
      config: { permission: 'frameworks:read' },
    },
    async (request, reply) => {
      const found = requirement(request.params.framework, request.params.ref)
      return await request.read(async ({ tx, org }) => {
        if (!found) return problem(reply, refusals, { kind: 'not-found' })
        const licensed = await tx
          .selectFrom('licensed_texts')
          .select(['id', 'version', 'body', 'licence'])
          .where('org_id', '=', org)
          .where('framework', '=', found.framework)
          .where('ref', '=', found.ref)
          .executeTakeFirst()
        return { ...requirementView(found), licensedText: licensed ? LicensedTextView.parse(licensed) : null }
      })
    },
  )

  app.get(
    '/api/v1/requirements',
    {
      schema: {
        tags,
        summary: 'Search the requirements of all frameworks',
        querystring: z.object({
          q: z.string().trim().min(1).max(200),
          framework: z.string().max(60).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: z.object({ items: z.array(RequirementItem), total: z.number().int() }), ...problems({}) },
      },
      config: { permission: 'frameworks:read' },
    },
    async (request) => {
      const { q, framework: within, limit } = request.query
      const found = await request.read(() =>
        Promise.resolve(searchRequirements(q, within ? { framework: within } : {})),
      )
      return { items: found.slice(0, limit).map(requirementItem), total: found.length }
    },
  )

  app.post(
    '/api/v1/frameworks/:framework/licensed-texts',
    {
      schema: {
        tags,
        summary: 'Load licensed texts of the organization',
        params: FrameworkParams,
        body: LicensedTexts,
        response: { 200: z.object({ loaded: z.number().int() }), ...problems(refusals) },
      },
      config: { permission: 'frameworks:load-text' },
    },
    async (request, reply) => {
      const loaded = await request.change((it) => loadLicensedTexts(it, request.params.framework, request.body))
      return loaded.ok ? loaded.value : problem(reply, refusals, loaded.error)
    },
  )

  app.delete(
    '/api/v1/frameworks/:framework/licensed-texts/:ref',
    {
      schema: {
        tags,
        summary: 'Remove a licensed text',
        params: RequirementParams,
        response: { 200: z.object({ removed: z.string() }), ...problems(refusals) },
      },
      config: { permission: 'frameworks:load-text' },
    },
    async (request, reply) => {
      const removed = await request.change((it) => removeLicensedText(it, request.params.framework, request.params.ref))
      return removed.ok ? removed.value : problem(reply, refusals, removed.error)
    },
  )
}
