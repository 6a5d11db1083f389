import type { Pool } from 'pg'
import type { Http } from '#platform/http/http.ts'

/** Whether a caller may be sent here, and if not, why. */
export type Readiness = { ready: boolean; reasons: string[] }

export type HealthParts = {
  keeper: Pool
  /** what keeps the process itself from serving, such as stopping */
  reasons(): string[]
}

/** `/health/live`: the process answers. `/health/ready`: the database answers, all logs are sealed, nothing is stopping. */
export function healthRoutes(app: Http, parts: HealthParts): void {
  const quiet = { logLevel: 'silent' } as const
  app.get('/health/live', quiet, () => ({ status: 'live' }))
  app.get('/health/ready', quiet, async (_request, reply) => {
    const { ready, reasons } = await readiness(parts)
    return await reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', reasons })
  })
}

export async function readiness({ keeper, reasons }: HealthParts): Promise<Readiness> {
  const found = [...reasons(), ...(await databaseReasons(keeper))]
  return { ready: found.length === 0, reasons: found }
}

/** Says what is wrong, never with which organization: who asks need not be signed in. */
async function databaseReasons(keeper: Pool): Promise<string[]> {
  try {
    const { rows } = await keeper.query<{ alarms: number }>('select count(*) as alarms from assay.log_alarms')
    const alarms = rows[0]?.alarms ?? 0
    return alarms > 0 ? [`${alarms} of the logs cannot be sealed; the server's log says why. Run assay fsck.`] : []
  } catch {
    return ['The database does not answer.']
  }
}
