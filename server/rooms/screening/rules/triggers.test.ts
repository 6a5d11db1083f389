import { describe, expect, it } from 'vitest'
import { aProfile } from '../answers-builder.ts'
import { triggersOf } from './triggers.ts'
import { triggerIds } from './words.ts'

type Given = Parameters<typeof aProfile>[0]

describe('triggers that reopen the answer', () => {
  it('are all listed, and watched while none is true', () => {
    const triggers = triggersOf(aProfile())
    expect(triggers.map(({ id }) => id)).toEqual([...triggerIds])
    expect(triggers.map(({ state }) => state)).toEqual(triggerIds.map(() => 'watched'))
  })

  it.each<[(typeof triggerIds)[number], Given]>([
    ['starts-fine-tuning', { activities: ['fine-tunes'] }],
    ['starts-fine-tuning', { activities: ['trains-models'] }],
    ['starts-fine-tuning', { greyAreas: ['fine-tunes-vendor-model'] }],
    ['creates-training-data', { activities: ['curates-datasets'] }],
    ['creates-training-data', { factors: { trainingData: 1 } }],
    ['regulated-decisions', { greyAreas: ['hr-or-credit-decisions'] }],
    ['regulated-decisions', { greyAreas: ['sensitive-decisions'] }],
    ['regulated-decisions', { scenarios: ['credit-scoring'] }],
    ['regulated-decisions', { scenarios: ['diagnostics'] }],
    ['customer-asks-for-certification', { factors: { customerRequests: 1 } }],
    ['customer-asks-for-certification', { circumstances: ['enterprise-governance-requirements'] }],
    ['customer-asks-for-certification', { dealsLost: 1 }],
    ['eu-expansion', { circumstances: ['sells-to-eu-enterprises'] }],
    ['eu-expansion', { factors: { euPresence: 2 } }],
    ['competitor-certifies', { factors: { competitorsCertified: 1 } }],
  ])('%s is true already by %o, and no other is', (id, given) => {
    const already = triggersOf(aProfile(given)).filter(({ state }) => state === 'already-true')
    expect(already).toMatchObject([{ id, text: expect.stringContaining('Already true: ') }])
  })

  it('still watches for EU expansion while it is only planned', () => {
    const planned = triggersOf(aProfile({ circumstances: ['plans-eu-expansion'], factors: { euPresence: 1 } }))
    expect(planned.find(({ id }) => id === 'eu-expansion')).toMatchObject({ state: 'watched' })
  })
})
