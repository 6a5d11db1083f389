import { z } from 'zod'
import { refuse } from '#kernel/result.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import type { EditableList, Lists, RouteBook } from '#platform/lists/index.ts'
import { byId, carryOut, routeOfOne, tryOut } from './carry-out.ts'
import {
  Begun,
  BulkDone,
  BulkEdit,
  BulkEditFilter,
  BulkEditView,
  BulkOrder,
  BulkPreview,
  BulkUndone,
  Choice,
  Chosen,
  LeftRow,
  mostOrdered,
  mostRows,
  type RowOutcome,
  SlicedOrder,
} from './contract.ts'
import { orderEdit, orderUndo } from './order.ts'
import { countDone, listEdits, loadEdit } from './store.ts'
import { undoEdit } from './undo.ts'
import { listWaiting } from './waiting-store.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  'not-all': [
    409,
    'Nothing was changed, since some of these cannot be. They are named below; leave them out, or change those that can be.',
  ],
  'nothing-changes': [409, 'None of these rows would change. Choose others, or another change.'],
  'too-much': [422, 'This change says more than one entry of the log holds. Choose fewer rows.'],
  'too-many': [422, `More than ${mostOrdered} rows match. Narrow the filter and go in several rounds.`],
  'already-undone': [409, 'This change was undone already.'],
  'under-way': [409, 'This change is still under way. Wait for its end, or call it off first.'],
  'today-only': [409, 'Which rows were left is kept without a past. Go back to today to see them.'],
  'nothing-undone': [
    409,
    'Nothing was undone: every row was changed since, or its room refuses. They are named below.',
  ],
} as const satisfies Refusals

const tags = ['bulk-edits']
const Params = z.object({ id: z.uuid() })
export type BulkEditParts = { lists: Lists; book: RouteBook; editables: readonly EditableList[] }

/** One change of many rows of a list: chosen, looked at, carried out as one entry, undone. */
export function bulkEditRoutes(app: Http, parts: BulkEditParts): void {
  for (const editable of parts.editables) editRoutes(app, editable, parts)

  app.get(
    '/api/v1/bulk-edits',
    {
      schema: {
        tags,
        summary: 'List the changes made to many records at once, newest first',
        querystring: PageQuery.omit({ q: true }).extend(BulkEditFilter.shape),
        response: { 200: pageOf(BulkEditView), ...problems({ forbidden }) },
      },
      config: { permission: 'bulk-edits:read' },
    },
    async (request) =>
      await request.read(({ tx, org, grants }) => {
        const lists = parts.editables.filter(({ permission }) => grants.has(permission)).map(({ list }) => list)
        return listEdits(tx, org, { ...request.query, lists })
      }),
  )

  app.get(
    '/api/v1/bulk-edits/:id/left',
    {
      schema: {
        tags,
        summary: 'List the rows that a change of many rows was to reach and did not change, and why',
        params: Params,
        querystring: z.object({
          limit: z.coerce.number().int().min(1).max(200).default(50),
          cursor: z
            .string()
            .regex(/^\d{1,9}$/, 'belongs to another list')
            .optional(),
        }),
        response: { 200: pageOf(LeftRow), ...problems(refusals) },
      },
      config: { permission: 'bulk-edits:read' },
    },
    async (request, reply) => {
      const { limit, cursor } = request.query
      const { id } = request.params
      const page = await request.read(async ({ tx, org, grants, seq }) => {
        if (seq !== null) return 'today-only'
        const edit = await loadEdit(tx, org, id)
        const editable = parts.editables.find(({ list }) => list === edit?.list)
        if (!editable || !grants.has(editable.permission)) return undefined
        const { rows, total } = await listWaiting(tx, org, { edit: id, after: Number(cursor ?? 0), limit })
        const ids = rows.map((row) => row.id)
        const named = byId(await editable.read(tx, org, ids))
        const items = rows.map(({ place: _place, ...row }) => ({ ...row, name: named.get(row.id)?.name ?? '' }))
        return { items, total, next: rows.length === limit ? String(rows.at(-1)?.place) : null }
      })
      if (page === 'today-only') return problem(reply, refusals, { kind: page })
      return page ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )
}

function editRoutes(app: Http, editable: EditableList, { lists, book }: BulkEditParts): void {
  const at = `/api/v1${editable.list}/bulk-edits`
  const config = { permission: editable.permission }
  const change = z.enum(Object.keys(editable.changes) as [string, ...string[]])
  const answers = problems(refusals)
  const check = ({ change: name, given }: BulkEdit) => {
    const step = editable.changes[name]?.step(given)
    if (step) book.check(step.method, `${routeOfOne(editable)}${step.below}`, step.body)
  }

  app.post(
    `${at}/choose`,
    {
      schema: { tags, summary: 'Choose every row that matches', body: Choice, response: { 200: Chosen, ...answers } },
      config,
    },
    async (request, reply) => {
      const { query } = request.body
      const chosen = await lists.choose(editable.list, { request, reply, query, most: mostOrdered })
      return chosen.total > mostOrdered ? problem(reply, refusals, { kind: 'too-many' }) : chosen
    },
  )

  app.post(
    `${at}/preview`,
    {
      schema: {
        tags,
        summary: 'Look at what a change of many rows would do',
        body: BulkEdit.extend({ change }),
        response: { 200: BulkPreview, ...answers },
      },
      config,
    },
    async (request, reply) => {
      // carried out and rolled back, so that what is shown is what will be
      const seen = await request.change<never, { kind: 'looked-at'; rows: RowOutcome[] }>(async (it) => {
        check(request.body)
        const { outcomes } = await tryOut(it, { request, book, editable }, request.body)
        return refuse({ kind: 'looked-at', rows: outcomes })
      })
      if (seen.ok || seen.error.kind === 'forbidden') return problem(reply, refusals, { kind: 'forbidden' })
      const { rows } = seen.error
      const count = (outcome: RowOutcome['outcome']) => rows.filter((row) => row.outcome === outcome).length
      return { rows, changing: count('changes'), refused: count('refused') }
    },
  )

  app.post(
    at,
    {
      schema: {
        tags,
        summary: 'Change many rows as one entry of the log',
        body: BulkOrder.extend({ change }),
        response: { 200: BulkDone, ...answers },
      },
      config,
    },
    async (request, reply) => {
      const done = await request.change((it) => {
        check(request.body)
        return carryOut(it, { request, book, editable }, request.body)
      })
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    `${at}/in-slices`,
    {
      schema: {
        tags,
        summary: 'Change more rows than one entry of the log holds, as later work',
        body: SlicedOrder.extend({ change }),
        response: { 202: Begun, ...answers },
      },
      config,
    },
    async (request, reply) => {
      const begun = await request.change((it) => {
        check(request.body)
        return orderEdit(it, { editable }, request.body)
      })
      return begun.ok ? reply.code(202).send(begun.value) : problem(reply, refusals, begun.error)
    },
  )

  app.post(
    `${at}/:id/undo`,
    {
      schema: {
        tags,
        summary: 'Undo a change of many rows; of more than one entry holds, as later work',
        params: Params,
        response: { 200: BulkUndone, 202: Begun, ...answers },
      },
      config,
    },
    async (request, reply) => {
      const { id } = request.params
      if ((await request.read(({ tx, org }) => countDone(tx, org, id))) > mostRows) {
        const begun = await request.change((it) => orderUndo(it, { editable }, id))
        return begun.ok ? reply.code(202).send(begun.value) : problem(reply, refusals, begun.error)
      }
      const undone = await request.change((it) => undoEdit(it, { request, book, editable }, id))
      return undone.ok ? undone.value : problem(reply, refusals, undone.error)
    },
  )
}
