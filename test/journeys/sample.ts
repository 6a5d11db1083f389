import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { copyFolder } from '../copy-folder.ts'
import { type Server, startServer } from './server.ts'

/**
 * Lets `npm start -- --demo` write the sample organization into a new data folder, once for all journeys, and waits until
 * what follows from it is done as well (a year of readiness, day by day): each journey would do the same work again.
 */
export async function makeSample(folder: string): Promise<void> {
  const draft = `${folder}.draft`
  try {
    const server = await startServer({ demo: true, data: draft })
    await yearIsKept(server).finally(() => server.stop())
    renameSync(draft, folder)
  } catch (cause) {
    writeFileSync(`${folder}.failed`, String(cause))
    throw cause
  }
}

/** A copy of it for one journey, which may write there. Waits until there is one. */
export async function copySample(folder: string, to: string): Promise<void> {
  while (!existsSync(folder)) {
    if (existsSync(`${folder}.failed`)) throw new Error(readFileSync(`${folder}.failed`, 'utf8'))
    await delay(100)
  }
  copyFolder(folder, to)
}

/** Asks as the sample's person does until yesterday's readiness is kept, which is the last to be. */
async function yearIsKept({ origin, sample }: Server): Promise<void> {
  const signedIn = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify(sample),
  })
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0])
  const ask = async (path: string): Promise<{ total?: number }> => {
    const answer = await fetch(`${origin}/api/v1/${path}`, { headers: { Cookie: cookie.join('; ') } })
    if (!answer.ok) throw new Error(`the sample is not told about: ${await answer.text()}`)
    const told: { total?: number } = JSON.parse(await answer.text())
    return told
  }
  // The first look at the session chooses the organization.
  await ask('session')
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  while ((await ask(`readiness/history?from=${yesterday}&to=${yesterday}`)).total === 0) await delay(250)
}
