import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type MadeFrom, renderDocx, renderPdf, renderXlsx } from '#platform/documents/index.ts'
import { askedDay } from '#platform/http/asked-day.ts'
import type { Http } from '#platform/http/http.ts'
import { forbidden, problem, problems, type Refusals } from '#platform/http/problem.ts'
import { planDocument, planSheets } from './print.ts'
import { countOpen, readPlan, type TreatmentPlan } from './read-plan.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
type Format = keyof typeof types

/** A longer table is nothing to be read page by page. */
const mostInDocument = 2000
const refusals = {
  forbidden,
  'too-many-risks': [
    409,
    `A document holds at most ${mostInDocument} open risks. Take the plan as a workbook instead.`,
  ],
} as const satisfies Refusals

export type PlanParts = {
  madeFrom(at: { tx: Transaction; org: OrganizationId; seq: number | null }): Promise<MadeFrom>
}

export function planRoutes(app: Http, { madeFrom }: PlanParts): void {
  app.get(
    '/api/v1/risk-treatment-plan',
    {
      schema: {
        tags: ['risks'],
        summary:
          'Read the risk treatment plan as a file: what is done about each open risk, and who accepted what is left',
        querystring: z.object({ format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') }),
        response: problems(refusals),
      },
      config: { permission: 'risks:read' },
    },
    async (request, reply) => {
      const { format } = request.query
      const plan = await request.read(async (view) => {
        const { tx, org, seq } = view
        if (format !== 'xlsx' && (await countOpen(tx, org)) > mostInDocument) return undefined
        const today = await askedDay(request, view)
        return await readPlan(tx, org, { today, madeFrom: await madeFrom({ tx, org, seq }) })
      })
      if (!plan) return problem(reply, refusals, { kind: 'too-many-risks' })
      const name = `Risk treatment plan, entry ${plan.madeFrom.seq}.${format}`
      return await sendFile(reply, Buffer.from(await render(format, plan)), { name, type: types[format] })
    },
  )
}

async function sendFile(reply: FastifyReply, content: Buffer, { name, type }: { name: string; type: string }) {
  return await reply.header('content-disposition', `attachment; filename="${name}"`).type(type).send(content)
}

async function render(format: Format, plan: TreatmentPlan): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return await renderPdf(planDocument(plan))
    case 'docx':
      return await renderDocx(planDocument(plan))
    case 'xlsx':
      return await renderXlsx(planSheets(plan))
  }
}
