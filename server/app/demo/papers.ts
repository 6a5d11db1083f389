import { z } from 'zod'
import type { At } from './agenda.ts'
import type { SystemIds } from './beginnings.ts'
import type { Actor } from './teller.ts'
import type { Cast } from './cast.ts'

export function writeDocuments(at: At, cast: Cast): void {
  const { milan, lucia, olivia } = cast
  // top management itself approves the policy
  approveFromTemplate(at, { milan, approver: olivia }, 'ai-policy', 285)
  drawTheBoundary(at, cast)
  let manual = ''
  at(240, async () => {
    const draft = {
      title: 'Description of the AI management system',
      kind: 'aims-description',
      body: manualText,
      owner: milan.id,
    }
    manual = (await milan.post('/documents', draft)).id
    await milan.post(`/documents/${manual}/versions/1/submit`, { approver: lucia.id })
  })
  at(236, async (effectiveOn) => {
    await lucia.post(`/documents/${manual}/versions/1/approve`, { effectiveOn })
  })
  let impact = ''
  at(199, async () => {
    const draft = {
      title: 'AI system impact assessment process',
      kind: 'impact-assessment-process',
      body: impactText,
      owner: milan.id,
    }
    impact = (await milan.post('/documents', draft)).id
    await milan.post(`/documents/${impact}/versions/1/submit`, { approver: lucia.id })
  })
  at(196, async (effectiveOn) => {
    await lucia.post(`/documents/${impact}/versions/1/approve`, { effectiveOn })
  })
  at(60, async () => {
    await milan.post('/documents', {
      title: 'AI risk assessment process',
      kind: 'risk-assessment-process',
      body: '# AI risk assessment process\n\nDraft: criteria for consequences to persons are being agreed.',
      owner: lucia.id,
    })
  })
}

const scopeActivities = ['development of AI systems for lending', 'use of AI systems in lending and recruiting']

/** What is in scope beside the systems, and the statement of it: composed and approved twice, since the register grew. */
function drawTheBoundary(at: At, { milan, lucia, olivia }: Cast): void {
  at(286, async () => {
    for (const name of scopeActivities) await olivia.post('/scope/activities', { name })
    for (const { ref, version } of await elementsOf(olivia))
      await olivia.patch('/scope', version, { element: ref, decision: 'in', reason: '' })
  })
  for (const { daysAgo, note } of [
    { daysAgo: 270, note: 'Read line by line' },
    { daysAgo: 34, note: 'Compared with register and Statement of Applicability' },
  ]) {
    let written = { id: '', number: 0 }
    at(daysAgo, async () => {
      const { id, number } = await milan.post('/scope/wording')
      written = { id, number: Number(number) }
      await settle(milan, { ...written, approver: lucia })
    })
    at(daysAgo - 4, async (effectiveOn) => {
      await lucia.post(`/documents/${written.id}/versions/${written.number}/approve`, { effectiveOn, note })
    })
  }
}

const Elements = z.array(z.object({ ref: z.string(), version: z.number() }))

async function elementsOf(by: Actor): Promise<z.infer<typeof Elements>> {
  return Elements.parse((await by.get('/scope'))['elements'])
}

/** What the records could not fill in is left open for people; here it is settled, and the draft submitted. */
async function settle(
  by: Actor,
  { id, number, approver }: { id: string; number: number; approver: Actor },
): Promise<void> {
  const draft = await by.get(`/documents/${id}/versions/${number}`)
  const body = textOf(draft['body']).replace(/\[to be filled in: [^\]]*\]/g, 'see the page on AI in our intranet')
  await by.patch(`/documents/${id}/versions/${number}`, draft.version, { body })
  await by.post(`/documents/${id}/versions/${number}/submit`, { approver: approver.id })
}

function approveFromTemplate(
  at: At,
  { milan, approver }: { milan: Actor; approver: Actor },
  template: string,
  daysAgo: number,
): void {
  let id = ''
  at(daysAgo, async () => {
    id = (await milan.post('/documents', { template, owner: milan.id, readers: 'everyone' })).id
    await settle(milan, { id, number: 1, approver })
  })
  at(daysAgo - 4, async (effectiveOn) => {
    await approver.post(`/documents/${id}/versions/1/approve`, { effectiveOn, note: 'Read line by line' })
  })
}

const impactText = `# AI system impact assessment process

Every AI system in scope is screened by nine questions before it is used; one yes, or one that nobody can answer, leads to
the full assessment.

- **Persons and groups**: who is affected, who is hit most, harms and benefits, foreseeable misuse, and what happens when
  the system fails. Harms are rated by severity, scale, how far they can be undone, likelihood and confidence.
- **Society**: also where the effect is small.
- **Decision**: go, go with conditions, or stop, approved by somebody who did not write it. A stop bars operation.
- **Again**: by the day that the rules set, and after a changed purpose, an incident or a broken limit.
- **Risks**: what is found goes into the register of risks, and is named at the assessment.
`

export function collectEvidence(at: At, { milan, priya, jonas, lucia }: Cast, ids: SystemIds): void {
  const requirement = (ref: string) => `requirement:ISO-42001-2023/${ref}`
  const items = [
    {
      by: priya,
      daysAgo: 250,
      title: 'Validation of credit model 3.2',
      content: { kind: 'measurement', measure: 'AUC on the hold-out quarter', value: '0.781', sampleSize: 18_240 },
      system: 'credit',
      subjects: [requirement('A.6.2.4')],
    },
    {
      by: priya,
      daysAgo: 200,
      title: 'Selection rates by age group',
      content: {
        kind: 'measurement',
        measure: 'Ratio of approval rates, 60+ to 30–59',
        value: '0.91',
        sampleSize: 9310,
      },
      system: 'credit',
      subjects: [requirement('A.5.4')],
    },
    {
      by: milan,
      daysAgo: 230,
      title: 'AI policy sent to all staff',
      content: {
        kind: 'attestation',
        statement: 'The policy went to all 240 people by mail and stands on the intranet.',
        attestedBy: 'Milan Novak',
      },
      subjects: [requirement('5.2'), requirement('7.3')],
    },
    {
      by: jonas,
      daysAgo: 180,
      title: 'Interview training for recruiters',
      content: { kind: 'link', url: 'https://learning.nordhafen.example/ai-in-hiring' },
      system: 'hiring',
      subjects: [requirement('7.2')],
    },
    {
      by: milan,
      daysAgo: 150,
      title: 'Comparison with the information security policy',
      content: {
        kind: 'attestation',
        statement: 'Security, privacy and purchasing policies were read against the AI policy; two lines were changed.',
        attestedBy: 'Milan Novak',
      },
      subjects: [requirement('A.2.3')],
    },
  ] as const
  for (const { by, daysAgo, subjects, ...draft } of items) {
    let made = ''
    at(daysAgo, async () => {
      const system = 'system' in draft ? [`ai-system:${ids[draft.system]}`] : []
      const { title, content } = draft
      made = (await by.post('/evidence', { title, content, subjects: [...system, ...subjects] })).id
    })
    at(daysAgo - 3, async () => {
      await lucia.post(`/evidence/${made}/review`, { decision: 'accepted', note: 'Read and compared with the source' })
    })
  }
}

function textOf(body: unknown): string {
  if (typeof body !== 'string') throw new Error('the sample story expected a text')
  return body
}

const manualText = `# The AI management system of Nordhafen Credit

## Processes

Intake and inventory feeds risk assessment and treatment; both are looked at by internal audit and management review.

## Owners

Each process names an owner in the register of processes. The AIMS manager reports to top management twice a year.

## Records

Records are kept in Assay; their integrity is checked against checkpoints that the auditor holds.
`
