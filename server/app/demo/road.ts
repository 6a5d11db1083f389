import { z } from 'zod'
import type { At } from './agenda.ts'
import type { Cast } from './cast.ts'
import type { Teller } from './teller.ts'

const Planned = z.object({
  plan: z.object({
    tasks: z.array(z.object({ key: z.string(), due: z.iso.date(), task: z.object({ id: z.uuid() }).nullable() })),
  }),
})

/** Where the risk assessment process is still being agreed, the work on it has not ended either. */
const stillOpen = new Set(['method', 'competence'])

type Parts = { teller: Teller; cast: Cast; today: Date; assessment: () => string }

/** A plan to the certification decision is adopted and followed, and top management has a report of where one stands. */
export function followPlan(at: At, { teller, cast: { milan, olivia, priya, lucia }, today, assessment }: Parts): void {
  let plan = ''
  at(102, async (start) => {
    const request = {
      schedule: { direction: 'forwards', start },
      size: { people: 240, systems: 9, sites: 2 },
      pace: 'steady',
      operatingMonths: 3,
      bodyLeadTimeWeeks: 12,
    }
    const owners = { method: lucia.id, assessments: priya.id, competence: milan.id }
    plan = (await milan.post('/plans', { name: 'Road to certification', request, owners })).id
  })
  at(102, async () => {
    await olivia.post(`/plans/${plan}/adopt`)
    const { tasks } = Planned.parse(await milan.get(`/plans/${plan}`)).plan
    for (const { key, due, task } of tasks) {
      const daysAgo = Math.floor((today.getTime() - Date.parse(due)) / 86_400_000)
      if (task === null || stillOpen.has(key) || daysAgo < 1) continue
      at(daysAgo, async () => {
        await milan.post(`/tasks/${task.id}/complete`)
      })
    }
  })
  at(96, async () => {
    const { id } = await milan.post('/reports/gap', { formats: ['pdf', 'csv'], assessment: assessment() })
    await teller.work('reports-gap', { report: id })
  })
}
