import { describe, expect, it } from 'vitest'
import { certificationProcess } from './certification-process.ts'
import { aiActDates, aiActPenalties } from './eu-ai-act.ts'
import { annexAControls, auditableClauses, requirement } from './requirements.ts'

const process = certificationProcess()
const demanding = (...demands: string[]) =>
  [...auditableClauses(), ...annexAControls()]
    .filter((one) => demands.includes(one.documentedInformation?.demand ?? ''))
    .map(({ ref }) => ref)

describe('the certification process', () => {
  it('lists required documents and records for exactly the clauses that demand them', () => {
    const { documents, records, if_control_in_soa } = process.mandatory_documented_information
    const listed = new Set([...documents, ...records].map(({ ref }) => ref))
    expect([...listed].toSorted()).toEqual(demanding('maintain', 'retain').toSorted())
    expect(new Set(documents.map(({ ref }) => ref))).toEqual(new Set(demanding('maintain')))
    for (const ref of demanding('retain')) expect(records.map((record) => record.ref)).toContain(ref)
    expect(if_control_in_soa.refs).toEqual(demanding('if-included'))
  })

  it('puts running controls, internal audit, management review, stages and decision in their hard order', () => {
    const order = ['Controls running', 'Internal audit', 'Management review', 'Stage 1', 'Stage 2', 'Decision']
    const { milestones } = process.roadmap
    expect(milestones.map(({ title }) => title).filter((title) => order.includes(title))).toEqual(order)
    const months = milestones.map(({ month }) => month)
    expect(months).toEqual(months.toSorted((one, other) => one - other))
  })

  it('fits its own limits: first surveillance within 12 months, recertification before the third year ends', () => {
    const month = (title: string) => process.roadmap.milestones.find((one) => one.title === title)?.month ?? Number.NaN
    expect(month('First surveillance') - month('Decision')).toBeLessThanOrEqual(12)
    expect(month('Recertification') - month('Decision')).toBeLessThan(36)
    expect(process.corrective_action.hard_limits.map(({ limit }) => limit)).toContain('12 months from decision date')
  })

  it('lets a major alone hold up the certificate', () => {
    expect(process.findings.filter((one) => one.blocks_certificate).map(({ id }) => id)).toEqual(['major'])
  })

  it('accredits bodies and certifies organisations, never the other way round', () => {
    const [top, accreditation, , organisation] = process.chain
    expect(top?.who).toMatch(/Global Accreditation Cooperation.*successor of IAF/)
    expect(accreditation?.does).toMatch(/^ACCREDITS certification bodies/)
    expect(organisation?.does).toMatch(/CERTIFIED, never accredited/)
  })

  it('names clauses that exist', () => {
    for (const { clause } of process.auditor_asks) expect(requirement('ISO-42001-2023', clause)?.heading).toBe(true)
  })
})

describe('the dates of the AI Act', () => {
  it('know the deferral of the high-risk rules, and the calendar before it', () => {
    const days = (edition?: 'EU-AI-ACT' | 'EU-AI-ACT-2024') => aiActDates(edition).map(({ date }) => date)
    expect(days()).toEqual(days().toSorted())
    expect(days()).toEqual(expect.arrayContaining(['2026-08-02', '2026-12-02', '2027-12-02', '2028-08-02']))
    expect(days('EU-AI-ACT-2024')).not.toContain('2027-12-02')
  })

  it('come with the ceilings of fines, the higher of two counting', () => {
    expect(aiActPenalties().rows[0]).toMatchObject({ ref: 'Art. 99(3)', max_eur: 35_000_000, max_turnover_pct: 7 })
    expect(aiActPenalties().rule).toMatch(/^Higher of the two/)
  })
})
