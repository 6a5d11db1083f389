import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type MadeFrom, renderDocx, renderPdf } from '#platform/documents/index.ts'
import { askedDay } from '#platform/http/asked-day.ts'
import type { Http } from '#platform/http/http.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import type { Subjects } from '#platform/subjects.ts'
import { findAssessment } from './find.ts'
import { assessmentDocument, fileKinds } from './print.ts'
import { refusals } from './refusals.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

type MadeFromAt = (at: { tx: Transaction; org: OrganizationId; seq: number | null }) => Promise<MadeFrom>
export type FileParts = { subjects: Subjects; madeFrom: MadeFromAt }

/** An assessment to be taken along: whole, for data protection or for fundamental rights, from the one set of answers. */
export function fileRoutes(app: Http, { subjects, madeFrom }: FileParts): void {
  app.get(
    '/api/v1/impact-assessments/:id/files/:kind/:format',
    {
      schema: {
        tags: ['impact-assessments'],
        summary: 'Read an impact assessment as a file: whole, for data protection or for fundamental rights',
        params: z.object({ id: z.uuid(), kind: z.enum(fileKinds), format: z.enum(['pdf', 'docx']) }),
        response: problems({ forbidden, 'not-found': notFound }),
      },
      config: { permission: 'impact-assessments:read' },
    },
    async (request, reply) => {
      const { id, kind, format } = request.params
      const source = await request.read(async (view) => {
        const { tx, org, seq } = view
        const it = await findAssessment(tx, org, id, await askedDay(request, view))
        if (!it) return undefined
        const named = await subjects.read(view, [...it.answers.facts, ...it.bearsOn])
        const names = new Map(named.map(({ ref, name }) => [ref, name]))
        return { it, names, organization: await nameOf(tx, org), madeFrom: await madeFrom({ tx, org, seq }) }
      })
      if (!source) return problem(reply, refusals, { kind: 'not-found' })
      const document = assessmentDocument(kind, source)
      const bytes = format === 'pdf' ? await renderPdf(document) : await renderDocx(document)
      const name = `impact-assessment-${kind}-edition-${source.it.edition}.${format}`
      return await sendFile(reply, Buffer.from(bytes), { name, type: types[format] })
    },
  )
}

async function nameOf(tx: Transaction, org: OrganizationId): Promise<string> {
  const { name } = await tx
    .selectFrom('organizations')
    .select('name')
    .where('org_id', '=', org)
    .executeTakeFirstOrThrow()
  return name
}

async function sendFile(reply: FastifyReply, content: Buffer, { name, type }: { name: string; type: string }) {
  return await reply.header('content-disposition', `attachment; filename="${name}"`).type(type).send(content)
}
