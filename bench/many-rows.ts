import { sql } from 'kysely'
import { subjectRef } from '../server/kernel/id.ts'
import { ok } from '../server/kernel/result.ts'
import { change } from '../server/platform/database/change.ts'
import { openOrganization, type Opened } from './requests.ts'
import { openTrial, percentile, type Row, type Trial } from './trial.ts'

const [risks, atOnce, inSlices, times] = [10_000, 500, 5_000, 7] as const
type Chosen = { id: string; version: number }

/** Many rows of a list of 10,000 risks changed: looked at, changed as one entry, undone, and a change in slices. */
export async function benchManyRows(): Promise<Row[]> {
  const trial = await openTrial()
  try {
    const at = await openOrganization(trial)
    await fill(trial, at)
    const post = poster(trial, at)
    const { rows } = await post<{ rows: Chosen[] }>('/choose', { query: {} })
    const looking: number[] = []
    const changing: number[] = []
    const undoing: number[] = []
    let some = rows.slice(0, atOnce)
    const given = { change: 'owner', given: { owner: at.who.person } }
    for (let n = 0; n < times; n += 1) {
      looking.push(await took(() => post('/preview', { ...given, rows: some })))
      let id = ''
      changing.push(await took(async () => ({ id } = await post<{ id: string }>('', { ...given, rows: some }))))
      undoing.push(await took(() => post(`/${id}/undo`, {})))
      some = some.map((row) => ({ ...row, version: row.version + 2 }))
    }
    const many = await took(async () => {
      await post('/in-slices', { ...given, rows: rows.slice(atOnce, atOnce + inSlices) })
      await trial.house.jobs.drain()
    })
    const median = (name: string, samples: number[]): Row => ({
      name: `${atOnce} of ${risks.toLocaleString('en')} rows ${name}, p50`,
      value: percentile(samples, 0.5),
      unit: 'ms',
      aim: '< 3000 ms',
      note: 'each by its own route, one entry',
    })
    return [
      median('looked at', looking),
      median('changed', changing),
      median('undone', undoing),
      {
        name: `${inSlices.toLocaleString('en')} rows changed in slices`,
        value: many / 1000,
        unit: 's',
        aim: '',
        note: 'a hundred rows an entry, as later work',
      },
    ]
  } finally {
    await trial.close()
  }
}

/** Written as one change: what is measured is what comes after. */
async function fill({ house }: Trial, { who }: Opened): Promise<void> {
  const filled = await change(house.door, who, 'risks:edit', async ({ tx, org }) => {
    await sql`insert into risks (org_id, id, title)
      select ${org}, gen_random_uuid(), 'Applicants of group ' || n || ' refused more often'
        from generate_series(1, ${risks}::int) n`.execute(tx)
    return ok({ value: null, facts: [{ type: 'import.part-carried-out', subject: subjectRef('import', org) }] })
  })
  if (!filled.ok) throw new Error('refused')
}

function poster({ house }: Trial, { cookie }: Opened) {
  return async <Answer>(below: string, payload: object): Promise<Answer> => {
    const url = `/api/v1/risks/bulk-edits${below}`
    const answer = await house.http.inject({ method: 'POST', url, headers: { cookie }, payload })
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return answer.json()
  }
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
