import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import { beginCommit, beginUndo } from './carry-out.ts'
import { ImportView, MappingBody, RegisterView, RowView } from './contract.ts'
import type { ImportRegister } from './register.ts'
import { sampleOf } from './sample.ts'
import { findImport, listImports, listRows } from './store.ts'
import { checkImport, discardImport, uploadFile } from './take-in.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  'no-such-sample': [404, 'There is no such register, so there is no sample of it. Look at the list of registers.'],
  'no-such-register': [404, 'There is no such register to import into. Look at the list of registers.'],
  'not-readable': [422, 'This file cannot be taken in. The reason stands below.'],
  'bad-mapping': [422, 'The columns are not mapped as the register needs them. Correct what is named below.'],
  'not-open': [409, 'This import was committed or discarded before. Send the file again to start anew.'],
  'not-checked': [409, 'Check the rows first, and wait for what is under way.'],
  'nothing-good': [409, 'No row can be committed. Correct the file and send it again.'],
  'bad-rows': [409, 'Some rows cannot be committed. Correct them, or commit the good rows alone.'],
  'not-committed': [409, 'Only a committed import can be undone.'],
} as const satisfies Refusals

const tags = ['imports']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const Begun = Done.extend({ job: z.uuid() })

export function importRoutes(
  app: Http,
  { registers, uploadLimit }: { registers: readonly ImportRegister[]; uploadLimit: number },
): void {
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: uploadLimit }, (_request, body, done) => {
    done(null, body)
  })
  const registerOf = (name: string) => registers.find((register) => register.name === name)

  app.get(
    '/api/v1/import-registers',
    {
      schema: {
        tags,
        summary: 'List registers that files can be taken into',
        response: { 200: z.object({ items: z.array(RegisterView) }), ...problems({}) },
      },
      config: { permission: 'imports:read' },
    },
    async (request) =>
      await request.read(({ grants }) =>
        Promise.resolve({
          items: registers.map(({ name, label, permission, fields, options = [] }) => ({
            name,
            label,
            allowed: grants.has(permission),
            fields: fields.map((field) => ({ ...field, aliases: [...field.aliases] })),
            options: options.map((option) => ({ ...option, choices: [...option.choices] })),
          })),
        }),
      ),
  )

  app.get(
    '/api/v1/import-registers/:name/sample.csv',
    {
      schema: {
        tags,
        summary: 'Download a CSV file to begin from',
        params: z.object({ name: z.string().max(60) }),
        response: problems(refusals),
      },
      config: { permission: 'imports:read' },
    },
    async (request, reply) => {
      const register = registerOf(request.params.name)
      await request.read(() => Promise.resolve())
      if (!register) return problem(reply, refusals, { kind: 'no-such-sample' })
      return await sendSample(reply, register)
    },
  )

  app.get(
    '/api/v1/imports',
    {
      schema: {
        tags,
        summary: 'List imports',
        querystring: PageQuery.extend({ register: z.string().max(60).optional() }),
        response: { 200: pageOf(ImportView), ...problems({}) },
      },
      config: { permission: 'imports:read' },
    },
    async (request) => await request.read(({ tx, org }) => listImports(tx, org, request.query)),
  )

  app.post(
    '/api/v1/imports',
    {
      schema: {
        tags,
        summary: 'Take a CSV file in (body: text/csv)',
        querystring: z.object({ register: z.string().max(60), name: z.string().trim().min(1).max(300) }),
        consumes: ['text/csv'],
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'imports:run', idempotencyKey: 'required' },
    },
    async (request, reply) => {
      const register = registerOf(request.query.register)
      if (!register) return problem(reply, refusals, { kind: 'no-such-register' })
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const taken = await request.change((it) => uploadFile(it, register, { name: request.query.name, bytes }))
      return taken.ok ? reply.code(201).send(taken.value) : problem(reply, refusals, taken.error)
    },
  )

  app.get(
    '/api/v1/imports/:id',
    {
      schema: { tags, summary: 'Read an import', params: Params, response: { 200: ImportView, ...problems(refusals) } },
      config: { permission: 'imports:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => findImport(tx, org, request.params.id))
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/imports/:id/rows',
    {
      schema: {
        tags,
        summary: 'List the rows of an import',
        params: Params,
        querystring: z.object({
          state: z.enum(['unchecked', 'good', 'bad', 'committed', 'undone', 'kept']).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
          cursor: z
            .string()
            .regex(/^\d{1,9}$/, 'belongs to another list')
            .optional(),
        }),
        response: { 200: pageOf(RowView), ...problems(refusals) },
      },
      config: { permission: 'imports:read' },
    },
    async (request, reply) => {
      const { state, limit, cursor } = request.query
      const page = await request.read(async ({ tx, org, grants }) => {
        const found = await findImport(tx, org, request.params.id)
        if (!found) return undefined
        const register = registerOf(found.register)
        if (register?.rowsPermission && !grants.has(register.rowsPermission)) return 'forbidden'
        const kind = register?.kind ?? found.register
        return await listRows(
          tx,
          org,
          { id: found.id, columns: found.columns, kind },
          { state, after: Number(cursor ?? 0), limit },
        )
      })
      if (page === 'forbidden') return problem(reply, refusals, { kind: 'forbidden' })
      return page ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/imports/:id/check',
    {
      schema: {
        tags,
        summary: 'Check the rows without writing any',
        params: Params,
        body: MappingBody,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'imports:run' },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = await request.read(({ tx, org }) => findImport(tx, org, id))
      const register = found && registerOf(found.register)
      if (!register) return problem(reply, refusals, { kind: 'not-found' })
      const checked = await request.change((it) => checkImport(it, register, id, request.body))
      return checked.ok ? checked.value : problem(reply, refusals, checked.error)
    },
  )

  app.post(
    '/api/v1/imports/:id/commit',
    {
      schema: {
        tags,
        summary: 'Commit the good rows, or all',
        params: Params,
        body: z.strictObject({ rows: z.enum(['good', 'all']) }),
        response: { 202: Begun, ...problems(refusals) },
      },
      config: { permission: 'imports:run' },
    },
    async (request, reply) => {
      const begun = await request.change((it) => beginCommit(it, request.params.id, request.body.rows, registers))
      return begun.ok ? reply.code(202).send(begun.value) : problem(reply, refusals, begun.error)
    },
  )

  app.post(
    '/api/v1/imports/:id/undo',
    {
      schema: {
        tags,
        summary: 'Undo a committed import',
        params: Params,
        response: { 202: Begun, ...problems(refusals) },
      },
      config: { permission: 'imports:run' },
    },
    async (request, reply) => {
      const begun = await request.change((it) => beginUndo(it, request.params.id, registers))
      return begun.ok ? reply.code(202).send(begun.value) : problem(reply, refusals, begun.error)
    },
  )

  app.post(
    '/api/v1/imports/:id/discard',
    {
      schema: {
        tags,
        summary: 'Discard a file that was not committed',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'imports:run' },
    },
    async (request, reply) => {
      const done = await request.change((it) => discardImport(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}

async function sendSample(reply: FastifyReply, register: ImportRegister): Promise<FastifyReply> {
  return await reply
    .header('Content-Disposition', `attachment; filename="${register.name}.csv"`)
    .type('text/csv; charset=utf-8')
    .send(sampleOf(register))
}
