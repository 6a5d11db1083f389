import { z } from 'zod'
import { newestCheckpoint, proveEntry } from '#platform/log/index.ts'
import type { Http } from '#platform/http/http.ts'
import { notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import { pageOf } from '#platform/http/paging.ts'
import { ledgerNow } from './ledger-now.ts'
import type { Subjects } from '#platform/subjects.ts'
import { readEntry, readTrail } from './activity.ts'
import { EntryView, ProofView, TrailItem, TrailQuery } from './contract.ts'
import { logRoutes } from './routes-log.ts'
import { findEntry } from './store.ts'

export type AuditTrailParts = { subjects: Subjects }

const refusals = {
  'not-found': [404, 'The log of your organization has no such entry.'],
  'not-sealed-yet': [
    409,
    'This entry is not under a signed checkpoint yet. Try again in a second; if it stays so, look at the log.',
  ],
} as const satisfies Refusals

const tags = ['audit-trail']
const EntryParams = z.object({ seq: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
const permission = 'audit-trail:read'

export function auditTrailRoutes(app: Http, { subjects }: AuditTrailParts): void {
  app.get(
    '/api/v1/audit-trail',
    {
      schema: {
        tags,
        summary: 'List who did what, the newest first',
        querystring: TrailQuery,
        response: { 200: pageOf(TrailItem), ...problems({}) },
      },
      config: { permission },
    },
    async (request) => await request.read((view) => readTrail(view, subjects, request.query)),
  )

  app.get(
    '/api/v1/subjects/:ref/activity',
    {
      schema: {
        tags,
        summary: 'List what happened to one record, with what changed in it',
        params: z.object({ ref: z.string().min(3).max(300) }),
        querystring: TrailQuery.omit({ subject: true }),
        response: { 200: pageOf(TrailItem), ...problems({ 'not-found': notFound }) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const { ref: subject } = request.params
      const query = { ...request.query, subject }
      const page = await request.read((view) => readTrail(view, subjects, query, { withChanges: true }))
      const none = page.total === 0 && !request.query.cursor
      // A record that is not here answers as every other of its routes does, even if its id is somebody else's.
      const known = !none || (await request.read((view) => subjects.read(view, [subject]))).length > 0
      return known ? page : problem(reply, { 'not-found': notFound }, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/audit-trail/:seq',
    {
      schema: {
        tags,
        summary: 'Read one entry of the log: what it states and which rows it changed',
        params: EntryParams,
        response: { 200: EntryView, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const { seq } = request.params
      const entry = await request.read(async (view) => {
        const found = await readEntry(view, subjects, seq)
        // The past knows no checkpoints: what was signed then is asked for without an instant.
        const sealed = found && view.seq === null ? await newestCheckpoint(view.tx, view.org) : undefined
        return found && { ...found, sealed: (sealed?.size ?? 0) >= seq }
      })
      return entry ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/audit-trail/:seq/proof',
    {
      schema: {
        tags,
        summary: 'Prove that one entry is in the log, against the newest checkpoint',
        params: EntryParams,
        response: { 200: ProofView, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const { seq } = request.params
      const proven = await ledgerNow(request, async ({ tx, org }) => {
        const entry = await findEntry(tx, org, seq)
        if (!entry) return 'not-found'
        const sealed = await newestCheckpoint(tx, org)
        if (!sealed || sealed.size < seq) return 'not-sealed-yet'
        const { index, proof, file } = await proveEntry(tx, org, { seq, sealed })
        const { origin, size, root, note: checkpoint, verifierKeys } = sealed
        return {
          seq,
          index,
          leaf: entry.leaf,
          leafHash: entry.leaf_hash.toString('hex'),
          origin,
          size,
          root: root.toString('hex'),
          checkpoint,
          verifierKeys,
          file,
          proof: proof.map((hash) => Buffer.from(hash).toString('hex')),
        }
      })
      return typeof proven === 'string' ? problem(reply, refusals, { kind: proven }) : proven
    },
  )

  logRoutes(app)
}
