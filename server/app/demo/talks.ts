import type { At } from './agenda.ts'
import type { SystemIds } from './beginnings.ts'
import type { Cast } from './cast.ts'

/** What people say to each other about the systems: one thread that is settled, one that goes on, one that waits for an answer. */
export function talk(at: At, { olivia, milan, priya, jonas, lucia }: Cast, ids: SystemIds): void {
  const to = (person: { id: string }) => `@[person:${person.id}]`
  const about = (key: keyof SystemIds) => `ai-system:${ids[key]}`
  let income = ''
  at(88, async () => {
    const text = `${to(milan)} the provider of the income data writes **monthly** instead of weekly from now on. Do we assess that as a change?`
    income = (await priya.post('/comments', { subject: about('credit'), text })).id
  })
  at(87, async () => {
    const text = `Yes. Please add to the drift plan:\n\n- the new rhythm\n- a limit for missing months`
    await milan.post(`/comments/${income}/replies`, { text })
  })
  at(85, async () => {
    await priya.post(`/comments/${income}/replies`, { text: 'Both are in the plan.' })
    await priya.post(`/comments/${income}/resolve`)
  })
  at(30, async () => {
    const text = `${to(lucia)} customers ask the chatbot for legal advice more often. Is a sentence at the start enough?`
    const { id } = await jonas.post('/comments', { subject: about('chatbot'), text })
    await lucia.post(`/comments/${id}/replies`, { text: 'For now. I look at it again with the next review.' })
  })
  at(6, async () => {
    const text = `${to(olivia)} the works council wants to see how older candidates are ranked before it agrees. May I show them the last measurement?`
    await jonas.post('/comments', { subject: about('hiring'), text })
  })
}
