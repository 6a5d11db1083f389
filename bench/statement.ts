import { annexAControls, requirementsOf } from '../frameworks/index.ts'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { readSituation } from '../server/app/situation.ts'
import { subjectRef } from '../server/kernel/id.ts'
import { ok } from '../server/kernel/result.ts'
import { change, read } from '../server/platform/database/change.ts'
import { stopPdf } from '../server/platform/documents/index.ts'
import { readiness } from '../server/rooms/readiness/index.ts'
import { fillSystems, openOrganization, type Opened, requests } from './requests.ts'
import { openTrial, percentile, type Row, type Trial } from './trial.ts'

const [systems, risks, controls] = [200, 10_000, 300] as const
/** Beside Annex A: what else an organization may state the applicability of. */
const others = ['ISO-27001-2022', 'NIST-AI-RMF-1.0', 'EU-AI-ACT', 'ISO-27701-2025'] as const
const rowsOfEach = 20

/**
 * A Statement of Applicability over five frameworks in an organization with 10,000 risks and 200 systems: pages, files, related
 * requirements, the check of the scope, and readiness.
 */
export async function benchStatement(): Promise<Row[]> {
  const trial = await openTrial()
  try {
    const at = await openOrganization(trial)
    await fillSystems(trial, at.who, systems)
    await fillRisks(trial, at)
    const post = poster(trial, at)
    for (let n = 0; n < controls; n += 1) await post('/controls', controlOf(n))
    const { id } = await post('/statements-of-applicability', {})
    for (const framework of others)
      for (const key of someOf(framework)) await post(`/statements-of-applicability/${id}/rows`, { requirement: key })
    const path = `/statements-of-applicability/${id}`
    const { rows } = await got<{ rows: { id: string }[] }>(trial, at, path)
    const lists = { aim: 'p95 < 50 ms', note: '' }
    return [
      ...(await requests(trial, at.cookie, 'list of 10,000 risks', '/risks?limit=50', lists)),
      ...(await requests(trial, at.cookie, 'a statement of 118 rows, 10,000 risks', path, {
        aim: 'p95 < 300 ms',
        note: '',
      })),
      ...(await requests(trial, at.cookie, 'a row with its related requirements', `${path}/rows/${rows[5]?.id}`, {
        aim: 'p95 < 300 ms',
        note: '',
      })),
      ...(await requests(trial, at.cookie, 'the scope and its check', '/scope', { aim: 'p95 < 300 ms', note: '' })),
      await file(trial, at, { path, format: 'pdf', aim: '< 3 s' }),
      await file(trial, at, { path, format: 'docx', aim: '< 3 s' }),
      await file(trial, at, { path, format: 'xlsx', aim: '< 1 s' }),
      await readinessOver(trial, at),
    ]
  } finally {
    await stopPdf()
    await trial.close()
  }
}

function someOf(framework: string): string[] {
  return requirementsOf(framework)
    .filter(({ heading, kind }) => !heading && kind !== 'clause')
    .slice(0, rowsOfEach)
    .map(({ key }) => key)
}

function controlOf(n: number) {
  const keys = [...annexAControls().map(({ key }) => key), ...others.flatMap(someOf)]
  const requirements = [0, 1, 2].map((step) => keys[(n * 7 + step * 11) % keys.length] ?? '')
  return { name: `Review ${n} of outcomes`, how: 'Each month two people look at a sample.', requirements }
}

/** Written as one change: what is measured is reading. */
async function fillRisks({ house }: Trial, { who }: Opened): Promise<void> {
  const refs = annexAControls().map(({ ref }) => ref)
  const filled = await change(house.door, who, 'risks:edit', async ({ tx, org }) => {
    await sql`insert into risks (org_id, id, title, controls)
      select ${org}, gen_random_uuid(), 'Applicants of group ' || n || ' refused more often',
             array[(${refs}::text[])[1 + n % ${refs.length}]] from generate_series(1, ${risks}::int) n`.execute(tx)
    return ok({ value: null, facts: [{ type: 'import.part-carried-out', subject: subjectRef('import', uuidv7()) }] })
  })
  if (!filled.ok) throw new Error('refused')
}

function poster({ house }: Trial, { cookie }: Opened) {
  return async (url: string, payload: object): Promise<{ id: string }> => {
    const made = await house.http.inject({ method: 'POST', url: `/api/v1${url}`, headers: { cookie }, payload })
    if (made.statusCode !== 201) throw new Error(made.body)
    return made.json()
  }
}

async function got<Answer>({ house }: Trial, { cookie }: Opened, url: string): Promise<Answer> {
  const answer = await house.http.inject({ method: 'GET', url: `/api/v1${url}`, headers: { cookie } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

/** The draft as a file, made anew each time: the first of six warms the setter up and is not counted. */
async function file(
  { house }: Trial,
  { cookie }: Opened,
  { path, format, aim }: { path: string; format: string; aim: string },
): Promise<Row> {
  const samples: number[] = []
  let bytes = 0
  for (let n = 0; n < 6; n += 1) {
    const started = performance.now()
    const answer = await house.http.inject({ method: 'GET', url: `/api/v1${path}/${format}`, headers: { cookie } })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    if (n > 0) samples.push(performance.now() - started)
    bytes = answer.rawPayload.length
  }
  const name = `the statement as ${format.toUpperCase()}, the slowest of five`
  return { name, value: percentile(samples, 1) / 1000, unit: 's', aim, note: `${Math.round(bytes / 1000)} kB` }
}

async function readinessOver({ house }: Trial, { who }: Opened): Promise<Row> {
  const samples: number[] = []
  for (let n = 0; n < 21; n += 1) {
    const started = performance.now()
    const seen = await read(house.door, who, 'readiness:read', 'now', ({ tx, org }) =>
      readSituation(tx, org, '2026-11-22'),
    )
    if (!seen.ok) throw new Error('refused')
    readiness(seen.value)
    if (n > 0) samples.push(performance.now() - started)
  }
  const name = 'situation and rules: 200 systems, 10,000 risks, p95'
  return { name, value: percentile(samples, 0.95), unit: 'ms', aim: '< 500 ms', note: '' }
}
