import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { PassThrough } from 'node:stream'
import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '../database/transaction.ts'
import { whoOf } from '../http/caller.ts'
import type { Http } from '../http/http.ts'
import { itemOfPage, PageRefusal } from '../http/paging.ts'
import { said } from '#kernel/said.ts'
import { forbidden, problems } from '../http/problem.ts'
import { issueWords } from '../issue-words.ts'
import type { View } from '../http/request.ts'
import { cellOf, ExportColumn, fieldsOfSource } from './cells.ts'
import { csvTo, workbookTo } from './export-files.ts'
import { fieldsOf } from './fields.ts'
import { type Provenance, provenanceLine } from './provenance.ts'

const ListExport = z.strictObject({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  /** of the line that says where the file comes from */
  language: z.enum(['en', 'de']).default('en'),
  /** filter, search words and order, as the list itself takes them */
  query: z.record(z.string().max(60), z.string().max(2000)).default({}),
  /** in the order of the file; left out, every field of the list */
  columns: z.array(ExportColumn).min(1).max(100).optional(),
})
type ListExport = z.infer<typeof ListExport>

/** Who asks and for whom, in words. */
export type Signatory = (
  tx: Transaction,
  org: OrganizationId,
  actor: string,
) => Promise<{ organization: string; by: string }>

const Chosen = z.array(z.object({ id: z.string(), version: z.number() }))
const rowsAtOnce = 1000
/** A workbook is put together in memory; what is longer leaves as CSV, which is streamed. */
const mostInWorkbook = 50_000

/**
 * Gives every list that is registered from here on a sibling, `POST <list>/export`: all rows that match, in the order of the
 * list, read in one snapshot by the list's own handler under the list's own permission, today or as of the asked instant.
 */
export function exportLists(app: Http, signatory: Signatory): Lists {
  const known = new Map<string, List>()
  app.addHook('onRoute', (route) => {
    const list = listOf(route)
    if (!list) return
    known.set(list.url, list)
    app.post(
      `${route.url}/export`,
      {
        schema: {
          tags: [...(list.tags ?? [])],
          summary: `${list.summary}: as a file, every row that matches`,
          body: ListExport,
          produces: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
          response: { 200: z.string().describe('CSV (RFC 4180, UTF-8) or a workbook'), ...problems({ forbidden }) },
        },
        config: { permission: list.permission },
      },
      async (request, reply) => await answer(list, signatory, request, reply),
    )
  })
  const listAt = (path: string) => known.get(`/api/v1${path}`)
  return {
    knows: (path) => listAt(path) !== undefined,
    check(path, query) {
      const list = listAt(path)
      if (list) parseQuery(list, query)
    },
    async choose(path, { request, reply, query, most }) {
      const list = listAt(path)
      if (!list) throw new Error(`there is no list ${path}`)
      const parsed = parseQuery(list, query)
      return await request.read(async (view) => {
        const rows: { id: string; version: number }[] = []
        let cursor: string | undefined
        do {
          const page = await list.page(facade(request, view, { ...parsed, limit: rowsAtOnce, cursor }), reply)
          // whoever has chosen too many is told so, and needs none of them
          if (page.total > most) return { rows: [], total: page.total }
          rows.push(...Chosen.parse(page.items))
          cursor = page.next ?? undefined
        } while (cursor !== undefined)
        return { rows, total: rows.length }
      })
    },
  }
}

/** The lists of the house by their address in the API, without `/api/v1`. */
export type Lists = {
  knows(path: string): boolean
  /** throws PageRefusal where the list does not take this query */
  check(path: string, query: Record<string, string>): void
  /**
   * The rows that match, by id and version; none of them where they are more than `most`. `total` counts all. Throws
   * PageRefusal as `check` does.
   */
  choose(path: string, asked: Choosing): Promise<{ rows: { id: string; version: number }[]; total: number }>
}

type Choosing = { request: FastifyRequest; reply: FastifyReply; query: Record<string, string>; most: number }

type List = {
  url: string
  summary: string
  tags: readonly string[] | undefined
  permission: string
  filter: z.ZodObject
  fields: readonly string[]
  page: (
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<{ items: unknown[]; next: string | null; total: number }>
}

/** A route that lists: a GET without parameters in its path that answers pages of rows. */
function listOf(route: RouteOptions): List | null {
  const { summary, tags, querystring, response } = schemaOf(route)
  const item = itemOfPage(response?.['200'])
  const permission = route.config?.permission
  if (route.method !== 'GET' || !item || !permission || route.url.includes(':')) return null
  if (!(querystring instanceof z.ZodObject)) throw new Error(`${route.url} lists without a query of its own`)
  return {
    url: route.url,
    summary: summary ?? route.url,
    tags,
    permission,
    filter: querystring,
    fields: fieldsOf(item),
    page: pageOfHandler(route),
  }
}

type ListSchema = {
  summary?: string
  tags?: readonly string[]
  querystring?: unknown
  response?: Record<string, unknown>
}

// Fastify types a route's schema by its validator, which this hook cannot know; the parts are looked at before use.
function schemaOf(route: RouteOptions): ListSchema {
  return (route.schema ?? {}) as ListSchema
}

// A route of `pageOf` answers a page, as its response schema states; the hook sees the handler without that type.
function pageOfHandler(route: RouteOptions): List['page'] {
  return route.handler as unknown as List['page']
}

async function answer(list: List, signatory: Signatory, request: FastifyRequest, reply: FastifyReply) {
  const asked = askedOf(request)
  const query = parseQuery(list, asked.query)
  const columns = chosenColumns(list, asked.columns)
  const file = new PassThrough()
  const begun = Promise.withResolvers<boolean>()
  const { actor } = whoOf(request)
  request
    .read(async (view) => {
      const write = asked.format === 'csv' ? csvTo(file, columns) : workbookTo(file, columns, list.url)
      let rows = 0
      let cursor: string | undefined
      do {
        const page = await list.page(facade(request, view, { ...query, limit: rowsAtOnce, cursor }), reply)
        if (reply.sent) return begun.resolve(false)
        if (asked.format === 'xlsx' && page.total > mostInWorkbook) throw tooMany(page.total)
        // the reader is there from the first page on, and a refusal of that page is still an answer of its own
        begun.resolve(true)
        await write.rows(page.items.map((row) => columns.map((column) => cellOf(row, column))))
        rows += page.items.length
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      const said = await provenanceOf({ view, signatory, actor, rows, list: list.url, query: asked.query })
      await write.end(provenanceLine(said, asked.language), asked.language)
    })
    .catch((cause: unknown) => {
      begun.reject(cause)
      file.destroy(cause instanceof Error ? cause : new Error(String(cause)))
    })
  file.on('error', (cause) => request.log.warn({ err: cause }, 'an export ended before its end'))
  // the list's handler refused in its own words
  if (!(await begun.promise)) return reply
  const name = list.url.replace('/api/v1/', '').replaceAll('/', '-')
  return reply
    .type(asked.format === 'csv' ? 'text/csv; charset=utf-8' : workbookType)
    .header('Content-Disposition', `attachment; filename="${name}.${asked.format}"`)
    .send(file)
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

// The route's body schema is `ListExport`; a handler that lives outside of the route's own call has lost that type.
function askedOf(request: FastifyRequest): ListExport {
  return request.body as ListExport
}

/** The same request as the list's handler knows it: one page asked for, read inside the export's own snapshot. */
function facade(request: FastifyRequest, view: View, query: Record<string, unknown>): FastifyRequest {
  const read = <Value>(work: (view: View) => Promise<Value>) => work(view)
  return Object.create(request, { query: { value: query }, read: { value: read } }) as FastifyRequest
}

function tooMany(total: number): PageRefusal {
  return new PageRefusal(
    'format',
    said(
      'A workbook takes at most {most} rows and {total} match. Narrow the filter or export CSV, which takes them all.',
      { most: mostInWorkbook, total },
    ),
  )
}

function parseQuery({ filter, url }: List, query: Record<string, string>): Record<string, unknown> {
  const known = Object.keys(filter.shape).filter((name) => name !== 'limit' && name !== 'cursor')
  for (const name of Object.keys(query)) {
    if (known.includes(name)) continue
    throw new PageRefusal(
      `query.${name}`,
      said('{url} has no filter “{name}”. It takes {known}.', { url, name, known: known.join(', ') }),
    )
  }
  const parsed = filter.safeParse(query)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new PageRefusal(`query.${issue?.path.join('.') ?? ''}`, issue ? issueWords(issue) : 'cannot be used')
}

function chosenColumns({ fields, url }: List, columns: ExportColumn[] | undefined): ExportColumn[] {
  if (!columns) return fields.map((field) => ({ title: field, from: [{ field, between: ', ' }] }))
  for (const [place, { from }] of columns.entries()) {
    for (const [at, source] of from.entries()) {
      const unknown = fieldsOfSource(source).find((field) => !fields.includes(field))
      if (unknown === undefined) continue
      throw new PageRefusal(
        `columns.${place}.from.${at}.field`,
        said('{url} has no field “{unknown}”. It has {known}.', { url, unknown, known: fields.join(', ') }),
      )
    }
  }
  return columns
}

type Signed = {
  view: View
  signatory: Signatory
  actor: string
  rows: number
  list: string
  query: Record<string, string>
}

async function provenanceOf({ view, signatory, actor, rows, list, query }: Signed): Promise<Provenance> {
  const { tx, org, seq } = view
  const { organization, by } = await signatory(tx, org, actor)
  let entry = tx.selectFrom('entries').select(['seq', 'recorded_at']).where('org_id', '=', org)
  if (seq !== null) entry = entry.where('seq', '<=', seq)
  const last = await entry.orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return {
    organization,
    list,
    query,
    rows,
    entry: { seq: last ? Number(last.seq) : 0, recordedAt: last?.recorded_at ?? null },
    madeAt: new Date(),
    madeBy: by,
  }
}
