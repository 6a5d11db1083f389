import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Config } from '#platform/config.ts'
import { withClient } from '#platform/database/change.ts'
import type { Http } from '#platform/http/http.ts'
import { forbidden, problem, problems, type Refusals } from '#platform/http/problem.ts'
import type { Accounts } from '#rooms/identity/index.ts'
import { sampleEmail } from './sample-account.ts'

const refusals = {
  forbidden,
  'not-a-sample': [409, 'Only the sample organization can be removed. The records of any other stay.'],
} as const satisfies Refusals

type SampleParts = { config: Config; pool: Pool; accounts: Accounts }

/** Takes the sample organization out again, with its log: nothing of it was ever true. */
export function sampleRoutes(app: Http, { config, pool, accounts }: SampleParts): void {
  app.post(
    '/api/v1/organization/remove-sample',
    {
      schema: {
        tags: ['organization'],
        summary: 'Remove the sample organization',
        response: { 204: z.null(), ...problems(refusals) },
      },
      config: { permission: 'organization:remove-sample' },
    },
    async (request, reply) => {
      const found = await request.read(async ({ tx, org }) => {
        const { demo } = await tx
          .selectFrom('organizations')
          .select('demo')
          .where('org_id', '=', org)
          .executeTakeFirstOrThrow()
        return { org, demo }
      })
      if (!found.demo) return problem(reply, refusals, { kind: 'not-a-sample' })
      await withClient(pool, async (client) => {
        await client.query('begin')
        await client.query('select history.remove_sample($1)', [found.org])
        await client.query('commit')
      })
      forgetCheckpoints(join(config.data, 'checkpoints'), found.org)
      await accounts.pool.query('delete from "user" where email = $1', [sampleEmail])
      return reply.code(204).send(null)
    },
  )
}

/** What was kept outside of the database speaks for a log that is gone. */
function forgetCheckpoints(folder: string, org: OrganizationId): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.includes(org)) rmSync(join(folder, name))
  }
}
