import { describe, expect, it } from 'vitest'
import { interview, interviewQuestions } from './interview.ts'
import { readinessLevels, readinessRule, readinessRules } from './readiness.ts'
import { annexAControls, auditableClauses, requirement } from './requirements.ts'

const seventy = [...auditableClauses(), ...annexAControls()]
const refs = seventy.map(({ ref }) => ref)
const demandOf = (ref: string) => requirement('ISO-42001-2023', ref)?.documentedInformation?.demand

it('cannot be changed by whoever reads it', () => {
  expect(() => Object.assign(readinessRule('4.1') ?? {}, { canBeExcluded: true })).toThrow(TypeError)
  expect(() => Object.assign(interview('4.1')?.answers ?? {}, { 0: 'not-applicable' })).toThrow(TypeError)
})

describe('readiness rules', () => {
  it('stand for each of the 70 and for nothing else', () => {
    expect(readinessRules().map(({ ref }) => ref)).toEqual(refs)
    expect(readinessRule('9.2')).toBeUndefined()
    expect(readinessRule('A.2')).toBeUndefined()
  })

  it.each(readinessRules().map((rule) => [rule.ref, rule] as const))(
    '%s proves each level it can reach',
    (_ref, rule) => {
      expect(rule.levels.length).toBeGreaterThan(1)
      expect(rule.levels).toEqual(readinessLevels.filter((level) => rule.levels.includes(level)))
      expect(Object.keys(rule.provedBy)).toEqual([...rule.levels])
      expect(Object.keys(rule.next)).toEqual([...rule.levels])
      for (const level of rule.levels) {
        expect(rule.provedBy[level]).toMatch(/^[A-Z].{20,}[^.]$/)
        expect(rule.next[level]).toMatch(/^[A-Z][^.!?]{20,}\.$/)
      }
    },
  )

  it.each(seventy.map(({ ref }) => [ref, demandOf(ref)]))('%s fits its demand for documents (%s)', (ref, demand) => {
    const levels = readinessRule(ref)?.levels ?? []
    if (demand === 'maintain' || demand === 'if-included') expect(levels).toContain('documented')
    if (demand === 'retain') expect(levels).toContain('implemented')
  })

  it('say operating wherever a review at planned intervals is due, since only time proves that', () => {
    for (const { ref, interval, levels } of readinessRules()) {
      if (interval) expect([ref, levels.includes('operating')]).toEqual([ref, true])
    }
  })

  it.each(['4.1', '5.2', '8.2', '8.4', '9.2.1', '9.3.1', 'A.2.4', 'A.6.2.6'])('%s has a planned interval', (ref) => {
    expect(readinessRule(ref)?.interval?.months).toBeLessThanOrEqual(12)
    expect(readinessRule(ref)?.interval?.triggers.length).toBeGreaterThan(0)
  })

  it('let controls be excluded and no clause', () => {
    const excludable = readinessRules().filter(({ canBeExcluded }) => canBeExcluded)
    expect(excludable.map(({ ref }) => ref)).toEqual(annexAControls().map(({ ref }) => ref))
  })

  it.each([
    ['4.1', ['documented', 'operating']],
    ['9.2.2', ['documented', 'implemented', 'operating', 'effective']],
    ['5.1', ['implemented', 'operating']],
  ])('%s reaches %j', (ref, levels) => {
    expect(readinessRule(ref)?.levels).toEqual(levels)
  })

  it.each([
    ['6.1.3', 'implemented', /designated management, with name and date/],
    ['6.1.3', 'documented', /all 38 controls and any of your own with reasons/],
    ['9.2.2', 'implemented', /did not do the work they audit/],
    ['10.2', 'effective', /someone other than their owner/],
    ['A.8.3', 'implemented', /outside can find and use without an account/],
    ['9.3.1', 'operating', /after the last internal audit/],
  ] as const)('%s at %s demands what a strict auditor demands', (ref, level, proof) => {
    expect(readinessRule(ref)?.provedBy[level]).toMatch(proof)
  })
})

describe('the interview', () => {
  it('asks about each of the 70 once', () => {
    expect(interviewQuestions().map(({ ref }) => ref)).toEqual(refs)
    expect(new Set(interviewQuestions().map(({ question }) => question)).size).toBe(70)
    expect(interview('6.1')).toBeUndefined()
  })

  it.each(interviewQuestions().map((one) => [one.ref, one] as const))(
    '%s is one plain question with help',
    (_ref, one) => {
      expect(one.question).toMatch(/^[A-Z][^?]+\?$/)
      expect(one.question.split(' ').length).toBeLessThan(36)
      expect(one.asksToSee.length).toBeLessThanOrEqual(3)
      expect(one.help.match(/[.?](\s|$)/g)?.length).toBeLessThanOrEqual(3)
      expect(one.help).toMatch(/[.?]$/)
    },
  )

  it('offers missing, then the levels that the rule can reach, then not-applicable for controls alone', () => {
    for (const { ref, answers } of interviewQuestions()) {
      const last = ref.startsWith('A.') ? ['not-applicable'] : []
      expect(answers.map(({ level }) => level)).toEqual(['missing', ...(readinessRule(ref)?.levels ?? []), ...last])
      for (const { title, meaning } of answers) expect(`${title}: ${meaning}`).toMatch(/^[A-Z].+: .{20,}\.$/)
    }
  })

  it.each([
    ['A.8.3', /outside/, /not about reports you publish/],
    ['A.3.3', /staff/, /complaints box/],
    ['4.1', /role/, /provider only/],
    ['6.1.4', /people, groups and society/, /data protection assessment is not enough/],
    ['6.1.3', /38 of Annex A/, /'N\/A' is no reason/],
    ['9.2.1', /checked the whole/, /before the certification audit, not after/],
  ])('warns of the usual trap at %s', (ref, question, help) => {
    expect(interview(ref)?.question).toMatch(question)
    expect(interview(ref)?.help).toMatch(help)
  })
})
