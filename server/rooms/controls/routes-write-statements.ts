import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { AddRow, Approval, RowDecisionBody, StatementEdit } from './contract.ts'
import type { ControlParts } from './parts.ts'
import { statementRefusals as refusals } from './refusals.ts'
import {
  addRow,
  approveStatement,
  decideRow,
  describeStatement,
  discardStatement,
  draftStatement,
  recoverStatement,
  removeRow,
} from './state-applicability.ts'

const tags = ['statement-of-applicability']
const Params = z.object({ id: z.uuid() })
const RowParams = Params.extend({ row: z.uuid() })
const Done = z.object({ id: z.uuid() })

/** Writing the Statement of Applicability: drafting, deciding rows, approving. */
export function writeStatementRoutes(app: Http, parts: ControlParts): void {
  app.post(
    '/api/v1/statements-of-applicability',
    {
      schema: {
        tags,
        summary: 'Start the next version of the Statement of Applicability',
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:decide' },
    },
    async (request, reply) => {
      const drafted = await request.change((it) => draftStatement(it))
      return drafted.ok ? reply.code(201).send(drafted.value) : problem(reply, refusals, drafted.error)
    },
  )

  app.patch(
    '/api/v1/statements-of-applicability/:id',
    {
      schema: {
        tags,
        summary: 'Say what is new in a draft',
        params: Params,
        body: StatementEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:decide' },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: expectedVersion(request) }
      const described = await request.change((it) => describeStatement(it, at, request.body.summary))
      return described.ok ? described.value : problem(reply, refusals, described.error)
    },
  )

  app.post(
    '/api/v1/statements-of-applicability/:id/rows',
    {
      schema: {
        tags,
        summary: 'Add a requirement beyond Annex A to a draft',
        params: Params,
        body: AddRow,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:decide' },
    },
    async (request, reply) => {
      const added = await request.change((it) => addRow(it, request.params.id, request.body.requirement))
      return added.ok ? reply.code(201).send(added.value) : problem(reply, refusals, added.error)
    },
  )

  app.delete(
    '/api/v1/statements-of-applicability/:id/rows/:row',
    {
      schema: {
        tags,
        summary: 'Take a row beyond Annex A out of a draft',
        params: RowParams,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:decide' },
    },
    async (request, reply) => {
      const { id, row } = request.params
      const removed = await request.change((it) => removeRow(it, { statement: id, row }))
      return removed.ok ? removed.value : problem(reply, refusals, removed.error)
    },
  )

  app.patch(
    '/api/v1/statements-of-applicability/:id/rows/:row',
    {
      schema: {
        tags,
        summary: 'Include or exclude a row of a draft, with reasons, or leave it open again',
        params: RowParams,
        body: RowDecisionBody,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:decide' },
    },
    async (request, reply) => {
      const { id, row } = request.params
      const at = { statement: id, row, version: expectedVersion(request) }
      const decided = await request.change((it) => decideRow(it, at, { body: request.body, parts }))
      return decided.ok ? decided.value : problem(reply, refusals, decided.error)
    },
  )

  app.post(
    '/api/v1/statements-of-applicability/:id/approve',
    {
      schema: {
        tags,
        summary: 'Approve a draft as designated management',
        params: Params,
        body: Approval,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:approve-statement' },
    },
    async (request, reply) => {
      const { note } = request.body
      const approved = await request.change((it) => approveStatement(it, request.params.id, { note, parts }))
      return approved.ok ? approved.value : problem(reply, refusals, approved.error)
    },
  )

  app.post(
    '/api/v1/statements-of-applicability/:id/discard',
    {
      schema: {
        tags,
        summary: 'Give a draft up; it stays to be seen',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:decide' },
    },
    async (request, reply) => {
      const discarded = await request.change((it) => discardStatement(it, request.params.id))
      return discarded.ok ? discarded.value : problem(reply, refusals, discarded.error)
    },
  )

  app.post(
    '/api/v1/statements-of-applicability/:id/recover',
    {
      schema: {
        tags,
        summary: 'Take a discarded draft up again',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:decide' },
    },
    async (request, reply) => {
      const recovered = await request.change((it) => recoverStatement(it, request.params.id))
      return recovered.ok ? recovered.value : problem(reply, refusals, recovered.error)
    },
  )
}
