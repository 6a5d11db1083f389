import type { At } from './agenda.ts'
import { dayFrom, type SystemIds } from './beginnings.ts'
import type { Cast } from './cast.ts'

const plain = {
  reach: 'in-union',
  exclusions: [],
  inUnion: true,
  practices: [],
  annexI: null,
  annexIii: [],
  profiling: 'no',
  exceptions: [],
  publicBody: false,
  transparency: [],
  transparencyExceptions: [],
  gpai: 'none',
  openSource: false,
  changedSince: false,
}

/** The EU AI Act for three systems, what follows taken over, and one contract; much is decided late, as in life. */
export function learnObligations(at: At, { milan, olivia }: Cast, ids: SystemIds): void {
  const acts = [
    {
      key: 'credit',
      answers: { supply: ['own-name', 'uses'], annexIii: ['5(b)'], profiling: 'yes', placedOn: '2023-04-01' },
      duties: ['AIA-4', 'AIA-9', 'AIA-11', 'AIA-26', 'AIA-27'],
    },
    {
      key: 'hiring',
      answers: { supply: ['uses'], annexIii: ['4(a)'], profiling: 'yes', placedOn: '2024-09-01' },
      duties: ['AIA-4', 'AIA-26', 'AIA-86'],
    },
    {
      key: 'chatbot',
      answers: { supply: ['own-name', 'uses'], transparency: ['talks-to-people'], placedOn: '2025-02-10' },
      duties: ['AIA-4', 'AIA-50-1'],
    },
  ] as const
  for (const [index, { key, answers, duties }] of acts.entries()) {
    at(88 - index, async () => {
      await milan.post(`/ai-systems/${ids[key]}/ai-act/answers`, { ...plain, ...answers })
      await milan.post(`/ai-systems/${ids[key]}/ai-act/adopt`, { duties })
    })
  }
  at(70, async (day) => {
    const { id } = await milan.post('/obligations', {
      title: 'Explain refusals to the partner bank',
      sourceKind: 'contract',
      source: 'Funding agreement with the partner bank',
      article: 'Section 7',
      asks: 'Give the reason for each refused application within ten working days.',
      systems: [ids.credit],
      owner: milan.id,
      fulfilment: 'Loan officers record the reason; the letter goes out from the loan system.',
      reviewDueOn: dayFrom(day, 180),
    })
    await olivia.post(`/obligations/${id}/decide`, { applies: true, reason: 'Signed in 2024 and in force.' })
    await milan.post(`/obligations/${id}/start`)
  })
}
