import { screeningAnswers } from './answers.ts'
import type { At } from './agenda.ts'
import type { Cast } from './cast.ts'
import { components, parties, systems } from './register.ts'

export type SystemIds = Record<(typeof systems)[number]['key'], string>

/** Whether the standard is needed at all, and what the deals said. */
export function screen(at: At, { milan, olivia }: Cast): void {
  const profile = {
    sector: 'financial-services',
    purpose:
      'We lend to households and small firms. A model of our own scores applications; bought tools help in hiring and customer service.',
    peopleCount: 240,
    sites: ['Hamburg', 'Gdańsk'],
    euPresence: true,
    jurisdictions: ['DE', 'PL', 'EU'],
    topManagement: [olivia.id],
  }
  let screening = ''
  at(361, async () => {
    await milan.patch('/organization/profile', 0, profile)
    screening = (await milan.post('/screenings')).id
    await milan.patch(`/screenings/${screening}`, 1, { answers: screeningAnswers })
  })
  at(360, async () => {
    await olivia.post(`/screenings/${screening}/conclude`)
    await olivia.patch('/business-case', 0, {
      currency: 'EUR',
      monthsObserved: 12,
      documentationHours: 310,
      hourlyCost: 85,
      firstYearCost: 42_000,
      laterYearsCost: 11_000,
      ownHours: 900,
      expectedAvoidedShare: 0.6,
    })
  })
  at(359, async (happenedOn) => {
    await olivia.post('/deals', {
      name: 'Partner bank in Kiel',
      outcome: 'lost',
      happenedOn,
      value: 180_000,
      reason: 'Asked for certified AI governance',
    })
  })
  at(352, async (happenedOn) => {
    await olivia.post('/deals', {
      name: 'Broker platform',
      outcome: 'slowed',
      happenedOn,
      value: 60_000,
      delayDays: 75,
    })
    await olivia.post('/competitors', { name: 'Elbkredit', certified: true, source: 'Their press page' })
  })
}

/** Gives back the ids of the systems, which fill as the story is told. */
export function listSystems(at: At, cast: Cast): SystemIds {
  const units: Record<string, string> = {}
  const ids: Partial<SystemIds> = {}
  at(356, async () => {
    for (const name of ['Lending', 'Data science', 'People', 'Customer care']) {
      units[name] = (await cast.olivia.post('/units', { name })).id
    }
  })
  for (const [index, system] of systems.entries()) {
    const { key, owner, unit, resources, scope: _scope, isoRoles: _iso, actRoles: _act, ...draft } = system
    at(350 - index, async () => {
      const made = await cast.milan.post('/ai-systems', { ...draft, owner: cast[owner].id, unit: units[unit] ?? null })
      ids[key] = made.id
      for (const resource of resources) await cast.priya.post(`/ai-systems/${made.id}/resources`, resource)
    })
  }
  const found = ids as SystemIds
  for (const { from, relation, version, ...draft } of components) {
    at(330, async () => {
      const made = await cast.priya.post('/components', { ...draft, owner: cast.priya.id })
      if (version) await cast.priya.post(`/components/${made.id}/versions`, version)
      await cast.priya.post('/lineage', { from: `ai-system:${found[from]}`, to: made.id, relation })
    })
  }
  return found
}

export function recordContext(at: At, { milan, lucia }: Cast): void {
  const issues = [
    {
      kind: 'external',
      topic: 'law',
      statement: 'The EU AI Act treats creditworthiness scoring of persons as high-risk.',
      effect: 'Duties from 2 December 2027; evidence has to grow before.',
    },
    {
      kind: 'external',
      topic: 'climate',
      statement: 'Climate change was considered: flood risk moves property values in two of our regions.',
      effect: 'Features of the credit model are reviewed for it each year.',
    },
    {
      kind: 'internal',
      topic: 'resources',
      statement: 'Two people understand the credit model end to end.',
      effect: 'Knowledge is shared by pairing and by the model documentation.',
    },
    {
      kind: 'internal',
      topic: 'culture',
      statement: 'Teams try new AI tools faster than purchasing hears of them.',
      effect: 'Intake is kept short, and code is scanned.',
    },
  ]
  at(322, async () => {
    for (const issue of issues) await milan.post('/context-issues', issue)
    for (const { requirements, ...party } of parties) {
      const made = await milan.post('/interested-parties', party)
      for (const requirement of requirements) {
        await milan.post(`/interested-parties/${made.id}/requirements`, requirement)
      }
    }
  })
  at(310, async () => {
    const assess = await milan.post('/processes', {
      name: 'AI risk assessment and treatment',
      clauses: ['6.1.2', '6.1.3', '8.2', '8.3'],
      owner: lucia.id,
      intervalMonths: 6,
    })
    await milan.post('/processes', {
      name: 'Intake and inventory of AI systems',
      clauses: ['4.3', '8.1'],
      owner: milan.id,
      feeds: [assess.id],
      intervalMonths: 3,
    })
    await milan.post('/processes', {
      name: 'Internal audit and management review',
      clauses: ['9.2', '9.3'],
      owner: milan.id,
      intervalMonths: 12,
    })
  })
  at(300, async (reviewedOn) => {
    await milan.post('/organization/reviews', {
      about: 'context',
      reviewedOn,
      outcome: 'First reading with top management; four issues accepted.',
      nextDueOn: dayFrom(reviewedOn, 365),
    })
  })
}

export function decideScopeAndRoles(at: At, { milan }: Cast, ids: SystemIds): void {
  at(291, async () => {
    for (const { key, scope, isoRoles, actRoles } of systems) {
      if (scope) await milan.post(`/ai-systems/${ids[key]}/scope`, scope)
      if (isoRoles) await milan.post(`/ai-systems/${ids[key]}/roles`, { framework: 'iso-22989', ...isoRoles })
      if (actRoles) await milan.post(`/ai-systems/${ids[key]}/roles`, { framework: 'eu-ai-act', ...actRoles })
    }
  })
}

export function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
