import { encodeEntryBundle, LedgerError, parseTilePath, TILE_WIDTH, type TileAddress } from '@assay/ledger'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Http } from '#platform/http/http.ts'
import { problem, problems, type Refusals } from '#platform/http/problem.ts'
import { checkCheckpoint, logTiles, newestCheckpoint } from '#platform/log/index.ts'
import { sayCheck } from './check.ts'
import { CheckAnswer, CheckRequest, LogView } from './contract.ts'
import { ledgerNow } from './ledger-now.ts'
import { readEpochs, readLog } from './log-store.ts'

const refusals = {
  'not-found': [404, 'The log has no such tile. Ask for /api/v1/log/checkpoint first: its size says which there are.'],
  'not-sealed-yet': [404, 'No checkpoint has been signed yet. Try again in a second.'],
} as const satisfies Refusals

const tags = ['log']
const permission = 'audit-trail:read'

/** The organization's log as the C2SP tlog-tiles format lays it out under `/api/v1/log`, and how it stands. */
export function logRoutes(app: Http): void {
  app.get(
    '/api/v1/log',
    {
      schema: { tags, summary: 'Read how the log stands', response: { 200: LogView, ...problems({}) } },
      config: { permission },
    },
    async (request) =>
      await ledgerNow(request, async ({ tx, org }) => {
        const sealed = await newestCheckpoint(tx, org)
        return {
          ...(await readLog(tx, org)),
          epochs: await readEpochs(tx, org),
          sealed: sealed ? { ...sealed, root: sealed.root.toString('hex'), checkpoint: sealed.note } : null,
        }
      }),
  )

  app.get(
    '/api/v1/log/checkpoint',
    {
      schema: { tags, summary: 'Read the newest checkpoint, a signed note', response: problems(refusals) },
      config: { permission },
    },
    async (request, reply) => {
      const sealed = await ledgerNow(request, ({ tx, org }) => newestCheckpoint(tx, org))
      if (!sealed) return problem(reply, refusals, { kind: 'not-sealed-yet' })
      return await sendPlain(reply, 'text/plain; charset=utf-8', sealed.note)
    },
  )

  app.get(
    '/api/v1/log/tile/*',
    {
      schema: {
        tags,
        summary: 'Read a tile or a bundle of entries',
        params: z.object({ '*': z.string().max(200) }),
        response: problems(refusals),
      },
      config: { permission },
    },
    async (request, reply) => {
      const address = addressOf(`tile/${request.params['*']}`)
      const bytes = address && (await ledgerNow(request, ({ tx, org }) => readTile(tx, org, address)))
      if (!bytes) return problem(reply, refusals, { kind: 'not-found' })
      return await sendPlain(reply, 'application/octet-stream', Buffer.from(bytes))
    },
  )

  app.post(
    '/api/v1/log/check',
    {
      schema: {
        tags,
        summary: 'Check an earlier checkpoint against the log of today',
        body: CheckRequest,
        response: { 200: CheckAnswer, ...problems({}) },
      },
      config: { permission },
    },
    async (request) =>
      await ledgerNow(request, async ({ tx, org }) =>
        sayCheck(await checkCheckpoint(tx, org, request.body.checkpoint)),
      ),
  )
}

/** Sent byte by byte: signatures and hashes are over exactly these. */
async function sendPlain(reply: FastifyReply, type: string, content: string | Buffer): Promise<FastifyReply> {
  return await reply.type(type).send(Buffer.from(content))
}

function addressOf(path: string): TileAddress | undefined {
  try {
    return parseTilePath(path)
  } catch (cause) {
    if (cause instanceof LedgerError) return undefined
    throw cause
  }
}

/** Only what the newest checkpoint covers is given out. */
async function readTile(tx: Transaction, org: OrganizationId, address: TileAddress): Promise<Uint8Array | undefined> {
  const { level, index, width } = address
  const size = (await newestCheckpoint(tx, org))?.size ?? 0
  const hashes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level))
  if (index * TILE_WIDTH + width > hashes) return undefined
  return level === 'entries'
    ? encodeEntryBundle(await readLeaves(tx, org, index * TILE_WIDTH, width))
    : await logTiles(tx, org)(level, index, width)
}

async function readLeaves(tx: Transaction, org: OrganizationId, first: number, count: number): Promise<Uint8Array[]> {
  const rows = await tx
    .selectFrom('entries')
    .select('leaf')
    .where('org_id', '=', org)
    .where('seq', '>', first)
    .where('seq', '<=', first + count)
    .orderBy('seq')
    .execute()
  return rows.map(({ leaf }) => Buffer.from(leaf))
}
