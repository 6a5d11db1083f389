import { asDay } from '#platform/today.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import { openMail } from '#platform/mail.ts'
import { sendDigests } from '#rooms/tasks/index.ts'
import { inboxReaders } from './inbox.ts'
import type { Parts } from './rooms.ts'

/** Every morning, where mail is configured: tells people what waits for them. Safe to run twice. */
export async function mailDigests(run: JobRun, { config, door }: Pick<Parts, 'config' | 'door'>): Promise<void> {
  const mail = openMail(config)
  if (!mail) return
  const failures: unknown[] = []
  const today = asDay(new Date())
  try {
    for (const org of await run.organizations()) {
      const parts = { door, mail, readers: inboxReaders, origin: config.url.origin }
      await sendDigests(parts, org, today).catch((cause: unknown) => failures.push(cause))
    }
  } finally {
    mail.close()
  }
  // The queue tries again; whoever was mailed today is left out then.
  if (failures.length > 0) throw new AggregateError(failures, 'some digests could not be sent')
}
