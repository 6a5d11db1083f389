import { Client, type ClientConfig } from 'pg'
import { PgBoss } from 'pg-boss'
import { bossOptions, sqlOf } from './boss.ts'
import type { Queues } from './queue.ts'

/**
 * Brings the queue's own schema to its version and makes the queues known; runs as the owner, after the migrations. The
 * application role may only put jobs in; the maintenance role takes them out.
 */
export async function installJobs<Parts>(owner: ClientConfig, queues: Queues<Parts>): Promise<void> {
  const client = new Client(owner)
  await client.connect()
  const boss = new PgBoss({ ...bossOptions(sqlOf(client)), migrate: true, createSchema: true })
  try {
    await boss.start()
    for (const [name, queue] of Object.entries(queues)) {
      const { retries = 3, seconds = 3600, schedule } = queue
      const options = { retryLimit: retries, retryDelay: 5, retryBackoff: true, expireInSeconds: seconds }
      await boss.createQueue(name, { ...options, heartbeatSeconds: 30, deleteAfterSeconds: 86_400 })
      if (schedule) await boss.schedule(name, schedule, {}, { tz: 'UTC' })
    }
    for (const { name } of await boss.getSchedules()) {
      if (!queues[name]?.schedule) await boss.unschedule(name)
    }
    await client.query(grants)
  } finally {
    await boss.stop({ close: false, graceful: false })
    await client.end()
  }
}

const grants = `
  revoke all on schema jobs from public;
  grant usage on schema jobs to assay_app, assay_maintenance;
  grant select, insert, update, delete on all tables in schema jobs to assay_maintenance;
  grant execute on all functions in schema jobs to assay_maintenance;
  grant execute on function jobs.job_now() to assay_app;
  grant select on jobs.queue to assay_app;
  grant insert, select (id) on jobs.job, jobs.job_common to assay_app;`
