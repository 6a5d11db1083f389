import type { Page } from '#kernel/page.ts'
import { type Said, said } from '#kernel/said.ts'
import { type Expression, type ReferenceExpression, type SelectQueryBuilder, sql } from 'kysely'
import { z } from 'zod'

/** The query of every list: how many, from where, in which order, and the words searched for. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
  sort: z.string().max(60).optional(),
  q: z.string().trim().max(200).optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** The schema of one page of `item`. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  const page = z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int() })
  items.set(page, item)
  return page
}

const items = new WeakMap<object, z.ZodType>()

/** The schema of the rows, where this is the schema of a page. */
export function itemOfPage(schema: unknown): z.ZodType | null {
  return typeof schema === 'object' && schema !== null ? (items.get(schema) ?? null) : null
}

export type BadCursor = { kind: 'bad-page'; problems: { path: string; message: string }[] }

export class PageRefusal extends Error {
  override name = 'PageRefusal'
  readonly problems: ({ path: string } & Said)[]
  constructor(path: string, words: string | Said) {
    const said = typeof words === 'string' ? { message: words } : words
    super(said.message)
    this.problems = [{ path, ...said }]
  }
}

type Order<Tables, Table extends keyof Tables> = Record<string, ReferenceExpression<Tables, Table>>

/**
 * Reads one page in a stable order: by the chosen column and then by id, from behind the cursor (keyset paging, so a row
 * that is added meanwhile neither repeats nor hides another). `orders` names what may be sorted by; `-name` is descending.
 * Throws PageRefusal for an unknown order or a cursor of another list.
 */
export async function readPage<Tables, Table extends keyof Tables, Row extends { id: string }>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  { limit, cursor, sort }: PageQuery,
  { orders, fallback, id }: { orders: Order<Tables, Table>; fallback: string; id: ReferenceExpression<Tables, Table> },
): Promise<Page<Row>> {
  const order = parseOrder(sort ?? fallback, orders)
  const counted = await query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirst()
  const position = sql<string | null>`(${sql.ref(asRef(order.column))})::text`.as('cursor_value')
  let page = query.select(position)
  if (cursor !== undefined) page = page.where(behind(parseCursor(cursor, order.text), order, asRef(id)))
  const rows = asPositioned<Row>(
    await page
      .orderBy(
        sql`${sql.ref(asRef(order.column))} ${sql.raw(order.descending ? 'desc nulls last' : 'asc nulls first')}`,
      )
      .orderBy(sql`${sql.ref(asRef(id))} ${sql.raw(order.descending ? 'desc' : 'asc')}`)
      .limit(limit + 1)
      .execute(),
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? writeCursor(order.text, last) : null
  return { items: items.map((row) => withoutCursor<Row>(row)), next, total: Number(readTotal(counted)) }
}

type ParsedOrder<Column> = { text: string; column: Column; descending: boolean }

function parseOrder<Column>(text: string, orders: Record<string, Column>): ParsedOrder<Column> {
  const descending = text.startsWith('-')
  const column = orders[descending ? text.slice(1) : text]
  if (column === undefined) {
    throw new PageRefusal(
      'sort',
      said('This list cannot be sorted by “{text}”. Choose one of {choices}.', {
        text,
        choices: Object.keys(orders).join(', '),
      }),
    )
  }
  return { text, column, descending }
}

function writeCursor(order: string, row: { id: string; cursor_value: string | null }): string {
  return Buffer.from(JSON.stringify([order, row.cursor_value, row.id])).toString('base64url')
}

function parseCursor(cursor: string, order: string): { value: string | null; id: string } {
  const shape = z.tuple([z.literal(order), z.string().nullable(), z.uuid()])
  try {
    const [, value, id] = shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { value, id }
  } catch {
    throw new PageRefusal('cursor', 'This cursor belongs to another list or order. Start again without a cursor.')
  }
}

/** Descending lists end with the rows that have no value, ascending ones begin with them; the cursor follows. */
function behind(
  at: { value: string | null; id: string },
  order: ParsedOrder<unknown>,
  id: string,
): Expression<boolean> {
  const column = sql.ref(asRef(order.column))
  const idColumn = sql.ref(id)
  const further = sql.raw(order.descending ? '<' : '>')
  const same = sql`(${column} is not distinct from ${at.value} and ${idColumn} ${further} ${at.id}::uuid)`
  if (at.value === null) {
    return order.descending ? sql<boolean>`${same}` : sql<boolean>`(${same} or ${column} is not null)`
  }
  const beyond = sql`${column} ${further} ${at.value}`
  return order.descending
    ? sql<boolean>`(${beyond} or ${same} or ${column} is null)`
    : sql<boolean>`(${beyond} or ${same})`
}

// Orders are named by plain column references in every room; Kysely's type admits expressions too.
function asRef(column: unknown): string {
  if (typeof column !== 'string') throw new Error('a list is ordered by a column reference')
  return column
}

type Positioned<Row> = Row & { cursor_value: string | null }

// The selection of `cursor_value` above is what this type says; Kysely cannot see it through a generic row.
function asPositioned<Row>(rows: unknown[]): Positioned<Row>[] {
  return rows as Positioned<Row>[]
}

function withoutCursor<Row extends object>({ cursor_value: _cursor, ...row }: Positioned<Row>): Row {
  return row as unknown as Row
}

function readTotal(counted: unknown): unknown {
  return (counted as { total: number } | undefined)?.total ?? 0
}
